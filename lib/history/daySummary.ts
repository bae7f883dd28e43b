/** Quarter-hours of a day by the labels of the city's clock. */
export const QUARTERS_A_DAY = 96;

/** Kinds of day whose demand differs. Public holidays count as Sundays. */
export const DAY_KINDS = ['weekday', 'saturday', 'sunday'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/**
 * What one local day was, by quarter-hour: every array has 96 entries, of which entry q is what
 * happened while the city's clock showed q / 4 o'clock and the 15 minutes after. The hour that the
 * clock skips in spring has nothing observed; that which it shows twice in autumn has both, up to
 * 30 minutes a quarter. A minute counts by what was known at its beginning.
 */
export interface DaySummary {
  /** YYYY-MM-DD by the city's clock. */
  localDate: string;
  /** Epoch seconds: the day is summarised up to here. */
  knownToAt: number;
  /** The day had not ended when it was last summarised. */
  isPartial: boolean;
  /** Minutes in which the feed answered and the station reported. All others are within these. */
  observedMin: number[];
  /** Installed and renting. */
  openMin: number[];
  /** Open, without a bike: demand of these minutes is hidden. */
  emptyMin: number[];
  /** Installed and returning, without a free dock. */
  fullMin: number[];
  /** Bikes that left: a lower bound, since arrivals between two looks hide some. */
  departures: number[];
  arrivals: number[];
  /** Bikes that came or went so many at once that only a truck moves them: see truckMoveBikes. */
  movedOut: number[];
  movedIn: number[];
}

export interface StationDaySummary extends DaySummary {
  stationId: string;
  /** The fewest bikes in any open minute; null: it was never open. */
  minBikes: number | null;
  /** Open minutes with that few bikes where they are above 0: see stuckBikes. */
  stuckMin: number[];
}

/** The sums over the stations of a district; of the whole city where districtId is ''. */
export interface DistrictDay extends DaySummary {
  districtId: string;
  /** Stations that were open in any minute. */
  stations: number;
}

/** A station's demand on one kind of day, by quarter-hour as in DaySummary. */
export interface KindRates {
  /** Departures a minute while a usable bike is there, 0 or more. */
  departuresPerMin: number[];
  /** Arrivals a minute, 0 or more. */
  arrivalsPerMin: number[];
  /** Minutes with a usable bike: what the departures were counted in. */
  exposureMin: number[];
  /** Open minutes without a usable bike, left out of the departures' rate. */
  censoredMin: number[];
  /** Days of this kind that the station was open on, and the span in which they lie. */
  days: number;
  fromDate: string;
  toDate: string;
  /** Epoch seconds. */
  computedAt: number;
}

/** null: no day of the kind has been seen yet. */
export type StationRates = { stationId: string } & Record<DayKind, KindRates | null>;

/** A line of the ledger: a day that has been summarised. */
export interface SummarisedDay {
  localDate: string;
  knownToAt: number;
  isPartial: boolean;
  stations: number;
  /** Epoch seconds; grows when the day is summarised anew. */
  computedAt: number;
}
