import type { HistoryTier, Span } from '@/lib/history/stationSeries';
import type { StatusColumns } from '@/lib/stations/cityColumns';
import type { RulesSpan } from './rulesSpan';

/**
 * A stretch of the past to be played without asking the server for each minute: what stood at its
 * beginning, and every change after it. Stations do not change within one: it ends before they do.
 * Times are epoch seconds.
 */
export interface PastChunk extends Span {
  baseId: string;
  tier: HistoryTier;
  opening: StatusColumns;
  /** When what is shown at the beginning was fetched. */
  openingFetchedAt: number | null;
  changes: ChunkChanges;
  /** The fetches that brought valid data, oldest first. */
  looks: ChunkLooks;
  /** Where nobody looked, oldest first. */
  unobserved: Span[];
  rules: RulesSpan[];
}

/** Rows after the beginning, oldest first; index i of every array is one of them. */
export interface ChunkChanges {
  at: number[];
  /** Index into the base's stations. */
  station: number[];
  numBikesAvailable: number[];
  numMechanicalAvailable: (number | null)[];
  numEbikesAvailable: (number | null)[];
  numDocksAvailable: (number | null)[];
  flags: number[];
  lastReportedAt: (number | null)[];
}

export interface ChunkLooks {
  at: number[];
  medianReportedAt: (number | null)[];
}

export function noChanges(): ChunkChanges {
  return {
    at: [],
    station: [],
    numBikesAvailable: [],
    numMechanicalAvailable: [],
    numEbikesAvailable: [],
    numDocksAvailable: [],
    flags: [],
    lastReportedAt: [],
  };
}
