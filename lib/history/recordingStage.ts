import type { ArchivedStation } from '@/lib/archive/hourState';
import type { RecordingLook } from './recordingLooks';
import type { ColumnMap } from './reportColumns';

/** What a station of the recording is here. */
export interface NamedStation {
  /** As the recording calls it. */
  station: string;
  stationId: string;
  /** As far as it is known otherwise; the recording's own word counts first. */
  capacity: number | null;
}

/** A capacity that a recording says of a station from an instant on. */
export interface RecordedCapacity {
  stationId: string;
  atMs: number;
  capacity: number;
  /** null: the first that is known. */
  before: number | null;
}

/** First and last observation of a station, and how many there are. */
export interface StationSpan {
  stationId: string;
  firstMs: number;
  lastMs: number;
  observations: number;
}

/** Why rows were not taken, and how many. */
export type RejectedRows = Record<string, number>;

/**
 * Recordings on their way into the history: read, judged and put in order by DuckDB in a directory
 * of their own, in bounded memory. Times are epoch milliseconds.
 */
export interface RecordingStage {
  /** @returns the rows of the file, good or bad
   *  @throws Error when it is no recording: unreadable, or without a needed column */
  readFile(file: string, columns: ColumnMap): Promise<number>;
  /** Instants at which the recorder looked, from a file with the columns time and rows. */
  readPolls(file: string): Promise<number>;
  readStations(): Promise<string[]>;
  /** After the last file: names the stations and finds what changed, see observeSql. */
  observe(
    named: readonly NamedStation[],
    limits: { beforeMs: number; nowMs: number; isReal: boolean },
  ): Promise<void>;
  /** Oldest first, no two at the same instant. */
  readLooks(): Promise<RecordingLook[]>;
  readRejected(): Promise<RejectedRows>;
  /** Writes all rejected rows as CSV: file, line, reason, row. */
  writeRejects(file: string): Promise<void>;
  readCapacities(): Promise<RecordedCapacity[]>;
  readSpans(): Promise<StationSpan[]>;
  /** Writes a slice of the changes for Postgres' COPY (CSV). */
  writeChanges(systemId: string, fromMs: number, toMs: number, file: string): Promise<void>;
  /** Prepares readHours for these whole hours. */
  prepareHours(hoursMs: readonly number[]): Promise<void>;
  /** Every station at whole hours of a span, by hour and then by stationId. */
  readHours(fromMs: number, toMs: number): Promise<Map<number, ArchivedStation[]>>;
  /** Gives everything up, the directory with it. */
  close(): Promise<void>;
}
