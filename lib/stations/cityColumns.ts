/**
 * A whole city in columns: index i of every array is the same station. This is what the one join
 * returns and what travels to the browser; 1,500 stations are some 110 KB, not 1,500 objects.
 * Times are epoch seconds (UTC).
 */
export interface StationColumns {
  stationId: string[];
  stationCode: (string | null)[];
  name: string[];
  /** Degrees WGS 84, 5 decimals (about a metre). */
  lat: number[];
  lon: number[];
  capacity: (number | null)[];
  /** The smallest known district; null outside all of them. */
  districtId: (string | null)[];
}

/** null in every column where the feed has no status for the station. */
export interface StatusColumns {
  numBikesAvailable: (number | null)[];
  numMechanicalAvailable: (number | null)[];
  numEbikesAvailable: (number | null)[];
  numDocksAvailable: (number | null)[];
  /** Sum of FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING. */
  flags: (number | null)[];
  /** Epoch seconds of the station's own report; null: never. */
  lastReportedAt: (number | null)[];
  /** Estimated bikes that never leave; 0 where there is too little history. */
  phantomBikes: number[];
}

export const FLAG_INSTALLED = 1;
export const FLAG_RENTING = 2;
export const FLAG_RETURNING = 4;

export interface VehicleColumns {
  lat: number[];
  lon: number[];
  kind: string[];
}

/** Versions of everything the join reads; equal markers mean equal columns. */
export interface CityMarker {
  statusVersion: number;
  stationsVersion: number;
  vehiclesVersion: number;
  settingsVersion: number;
}

/** How fresh the data are and what is wrong with them. Epoch seconds. */
export interface CityFreshness {
  /** When the newest stored snapshot was fetched; null before the first. */
  fetchedAt: number | null;
  /** When a source last answered with valid data, stored or unchanged. */
  checkedAt: number | null;
  lastUpdatedAt: number | null;
  medianReportedAt: number | null;
  source: 'gbfs' | 'opendata' | null;
  /** Consecutive failed or refused fetches, and why the last one was. */
  failures: number;
  reason: string | null;
  /** When any worker last gave a sign of life. */
  workerBeatAt: number | null;
  /** Simulated city only: when the live feed was last seen to answer. */
  liveFeedSeenAt: number | null;
  /** Jobs that a person has paused, and since when: what they bring only grows older. */
  paused: { job: string; sinceAt: number }[];
  anomalies: Anomaly[];
}

/** A fault of the whole feed that was recognised and kept out. */
export interface Anomaly {
  kind:
    | 'massZeroCapacity'
    | 'massNullCode'
    | 'wentBack'
    | 'lagging'
    | 'orphans'
    | 'unlisted'
    | 'duplicates'
    | 'zombies'
    | 'skipped';
  /** Stations concerned, or seconds for `lagging` and `wentBack`. */
  count: number;
}

export interface CityDistrict {
  districtId: string;
  level: number;
  parentId: string | null;
  code: string | null;
  name: string;
}

/** What the one join returns. */
export interface CityColumns {
  systemId: string;
  systemName: string;
  timezone: string;
  simulation: 'generated' | 'replay' | null;
  marker: CityMarker;
  freshness: CityFreshness;
  stations: StationColumns;
  status: StatusColumns;
  vehicles: VehicleColumns;
  districts: CityDistrict[];
  /** Ids in the status feed that no station_information describes. */
  orphanIds: string[];
}
