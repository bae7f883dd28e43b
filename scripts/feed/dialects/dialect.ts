import type { OwnVehicle, StationInformation, StationStatus } from '@/lib/stations/station';

export const DIALECT_NAMES = ['velib', '2.3', '3.0'] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

export interface SystemDescription {
  systemId: string;
  name: string;
  timezone: string;
  simulation: 'generated' | 'replay';
}

export interface FeedLink {
  name: string;
  url: string;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonRecord = { [key: string]: Json };

/** How one version of GBFS writes things. All functions are pure. */
export interface Dialect {
  readonly name: DialectName;
  /** Whether station ids are numbers of up to 11 digits, as Vélib's. */
  readonly numericIds: boolean;
  /** What `ttl` says when the content changes every `periodS`. */
  ttlS(periodS: number): number;
  /** The members of an answer beside `data`. */
  envelope(lastUpdatedAt: Date, ttlS: number): JsonRecord;
  discovery(links: readonly FeedLink[]): Json;
  system(description: SystemDescription): JsonRecord;
  station(station: StationInformation): JsonRecord;
  /** @param stationCode what the status file repeats of the station's description */
  status(status: StationStatus, stationCode: string | null): JsonRecord;
  /** Own vehicles: the file's name, the member of `data` that holds them, and one of them. */
  readonly vehicleFile: string;
  readonly vehicleMember: string;
  vehicle(vehicle: OwnVehicle): JsonRecord;
}
