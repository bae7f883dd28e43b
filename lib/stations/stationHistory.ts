import type { StationInformation } from './station';
import type { StationEventKind } from './stationEvents';

/** How far back a station's panel looks at its counts, hours. */
export const HISTORY_H = 24;
/** How far back it looks for closures: longer, for they say why a station stands as it does. */
export const SERVICE_DAYS = 7;
/**
 * A longer silence of the feed than this is a gap, seconds: two more than the five minutes that
 * GBFS lets data age and that a failing feed is left alone for.
 */
export const GAP_AFTER_S = 7 * 60;

/** What is known of one station over a window. Times are epoch seconds (UTC). */
export interface StationHistory {
  stationId: string;
  fromAt: number;
  toAt: number;
  changes: ChangeColumns;
  /** Spans in which no source answered with valid data: nobody knows what stood there. */
  unobserved: [fromAt: number, toAt: number][];
  /** The newest first. */
  events: StationOccurrence[];
}

/**
 * The change log in columns, oldest first. Each row holds until the next; what held when the window
 * opened comes first, under the window's own beginning.
 */
export interface ChangeColumns {
  at: number[];
  numBikesAvailable: number[];
  numDocksAvailable: (number | null)[];
  /** Sum of FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING. */
  flags: number[];
}

/** Something that happened to a station: to its description, or to whether it serves. */
export interface StationOccurrence {
  at: number;
  kind: StationEventKind | ServiceChangeKind;
  /** What the feed said, hence text to be shown as text; null where the kind says it all. */
  before: Partial<StationInformation> | null;
  after: Partial<StationInformation> | null;
}

export type ServiceChangeKind = 'closed' | 'opened' | 'returnsStopped' | 'returnsResumed';
