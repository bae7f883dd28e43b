import type { StationColumns, StatusColumns } from '@/lib/stations/cityColumns';
import type { HistoryTier, Span, StationSeries } from './stationSeries';

/** How far the past reaches, epoch seconds. */
export interface HistoryReach {
  oldestAt: number;
  /** From here on every change is known to the minute; null: only hours are. */
  exactFromAt: number | null;
  newestAt: number;
}

/** The whole city as it stood at an instant of the past. Columns share their index. */
export interface PastCity {
  /** Epoch seconds. */
  at: number;
  tier: HistoryTier;
  /** When what is shown was fetched, epoch seconds; null where no record is left. */
  fetchedAt: number | null;
  /** Nobody looked around that instant: what is shown is the last that was known before it. */
  isUnobserved: boolean;
  /** By stationId, as they were described then as far as is known: place, name, capacity. */
  stations: StationColumns;
  status: StatusColumns;
}

/** Rows of the past of many stations, in columns; index i of every array is one observation. */
export interface HistoryBatch {
  tier: HistoryTier;
  at: number[];
  stationId: string[];
  numBikesAvailable: number[];
  numMechanicalAvailable: (number | null)[];
  numEbikesAvailable: (number | null)[];
  numDocksAvailable: (number | null)[];
  capacity: (number | null)[];
  flags: number[];
  lastReportedAt: (number | null)[];
}

/**
 * The one way to the past, over its three tiers: the change log in Postgres, the archive's hourly
 * files, and the months compacted from them. It answers from the most exact tier that covers the
 * asked stretch. No method throws for a stretch that nobody knows: it answers what is there, and
 * says what is not.
 */
export interface HistoryReader {
  /** @returns null while nothing was ever stored */
  readReach(): Promise<HistoryReach | null>;
  /** @returns null where the system never had such a station */
  readStation(stationId: string, span: Span): Promise<StationSeries | null>;
  /** @returns null before the first thing that is known */
  readCityAt(at: Date): Promise<PastCity | null>;
  /** Where nobody looked at the city during a span, oldest first, cut off at its ends. */
  readUnobserved(span: Span): Promise<Span[]>;
  /** Which tier tells which part of a span, oldest first, whatever the station. */
  readStretches(span: Span): Promise<(Span & { tier: HistoryTier })[]>;
  /**
   * Every observation of a span, in batches that are read as they are consumed, by time and then
   * by station; of `changes` each station's opening state comes first, under the span's beginning.
   *
   * @param stationIds all where it is left out
   */
  streamRows(span: Span, stationIds?: readonly string[]): AsyncIterable<HistoryBatch>;
}
