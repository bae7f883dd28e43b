/** Worst first; the order is the code that travels to the browser. */
export const SEVERITIES = ['empty', 'critical', 'low', 'ok', 'unknown'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Why a station's numbers cannot be judged; the order is the code that travels. */
export const UNKNOWN_REASONS = [
  'noStatus',
  'notInstalled',
  'notRenting',
  'neverReported',
  'stale',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/**
 * The judgement of a whole city, in the order of its station columns (see CityColumns).
 * A pure function of the join and the thresholds: no clock, so equal markers give equal columns.
 */
export interface AssessmentColumns {
  /** Index into SEVERITIES. */
  severity: number[];
  /** Index into UNKNOWN_REASONS; null where the station is eligible. */
  unknownReason: (number | null)[];
  /** Bikes less phantoms, 0 or more; null where unknown. */
  usableBikes: (number | null)[];
  /** Bikes the station should hold; null where unknown. */
  targetBikes: (number | null)[];
  /** max(0, target - usable), bikes; 0 where unknown. */
  shortage: number[];
  /** Shortage that no walkable substitute covers, bikes, one decimal; at most `shortage`. */
  uncoveredShortage: number[];
  /** 1 where a walkable neighbour or own vehicles cover an `empty`, `critical` or `low` station, else 0. */
  covered: (0 | 1)[];
  /** Index of the nearest other station with at least coverMinBikes usable bikes; null: none within 2 km. */
  nearestWithBikes: (number | null)[];
  /** Metres to it. */
  nearestWithBikesM: (number | null)[];
  /** Own, free vehicles within the walk. */
  vehiclesNear: number[];
  /** Rank within the city, 0 the worst; unknown stations come last. */
  rank: number[];
}
