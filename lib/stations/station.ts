/** What station_information says of one station, mapped from whatever dialect the feed speaks. */
export interface StationInformation {
  /** Text in every dialect: ids reach 11 digits and may have leading zeros elsewhere. */
  stationId: string;
  /** The code painted on the station; null where the feed has none. */
  stationCode: string | null;
  name: string;
  lat: number;
  lon: number;
  /** Docks, 0 or more; null where the feed does not say. */
  capacity: number | null;
}

/** What station_status says of one station at one moment. */
export interface StationStatus {
  stationId: string;
  /** 0..32767, all kinds together. */
  numBikesAvailable: number;
  numMechanicalAvailable: number | null;
  numEbikesAvailable: number | null;
  /** null where a feed leaves docks out. Never derived from capacity: the three do not add up. */
  numDocksAvailable: number | null;
  isInstalled: boolean;
  isRenting: boolean;
  isReturning: boolean;
  /** The station's own last report; null where it never reported (86400 elsewhere means that). */
  lastReportedAt: Date | null;
}

/** One of Lime's own vehicles standing in the street (the feed rotates ids at each trip). */
export interface OwnVehicle {
  vehicleId: string;
  lat: number;
  lon: number;
  kind: VehicleKind;
  isReserved: boolean;
  isDisabled: boolean;
  rangeM: number | null;
  lastReportedAt: Date | null;
}

export type VehicleKind = 'bike' | 'scooter' | 'other';

/** Whether a system's data are real (null), an invented city's, or a recording played again. */
export type Simulation = 'generated' | 'replay' | null;

export interface SystemInformation {
  name: string;
  /** IANA zone, such as Europe/Paris. */
  timezone: string;
  language: string;
  simulation: Simulation;
}
