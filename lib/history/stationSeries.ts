/** Where a stretch of the past was read: each coarser than the one before, and older. */
export type HistoryTier =
  /** The change log: every change, to the minute. */
  | 'changes'
  /** The archive's hourly files, or the months compacted from them: the state on each hour. */
  | 'hours';

/** A stretch of time, epoch seconds (UTC); the end is not part of it. */
export interface Span {
  fromAt: number;
  toAt: number;
}

/**
 * A station's past in columns, oldest first; index i of every array is one observation. Of the
 * `changes` tier a row holds until the next one; of `hours` it says what stood there on the hour.
 * Times are epoch seconds (UTC).
 */
export interface SeriesColumns {
  at: number[];
  numBikesAvailable: number[];
  numMechanicalAvailable: (number | null)[];
  numEbikesAvailable: (number | null)[];
  numDocksAvailable: (number | null)[];
  /** Sum of FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING. */
  flags: number[];
}

/** What is known of one station over a span. */
export interface StationSeries extends Span {
  stationId: string;
  /** Which tier tells which stretch, oldest first, without overlap; what is between is unknown. */
  stretches: (Span & { tier: HistoryTier })[];
  samples: SeriesColumns;
  /** Spans in which nobody knows what stood there, oldest first: shown as gaps, never bridged. */
  unobserved: Span[];
}
