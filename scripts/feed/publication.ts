import type { OwnVehicle, StationInformation, StationStatus } from '@/lib/stations/station';

/** The feed's content between two changes; never altered once made. */
export interface Publication {
  /** 1, 2, 3, ... */
  sequence: number;
  /** The feed's own time, as shown. */
  lastUpdatedAt: Date;
  simulatedAt: Date;
  stations: readonly StationInformation[];
  statuses: readonly StationStatus[];
  vehicles: readonly OwnVehicle[];
}
