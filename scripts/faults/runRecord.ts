import type { LedgerEntry, LedgerRow } from '../feed/ledger/ledgerEntry';
import type { FaultName } from './faultPlan';

/** Everything that is known of one run when it is over: what the checker judges. */
export interface RunRecord {
  /** Milliseconds between two fetches, as configured. */
  cadenceMs: number;
  /** Every answer of the feed to a request for the status, in the order in which they ended. */
  answers: readonly LedgerEntry[];
  faults: readonly InflictedFault[];
  database: DatabaseDump;
  samples: readonly DatabaseSample[];
  readiness: readonly ReadinessSample[];
  recovery: readonly RecoveryStep[];
  /** Fetches still waiting on the workers' disk. */
  spooled: number;
}

export interface InflictedFault {
  fault: FaultName;
  /** Process or server, for people. */
  target: string;
  fromMs: number;
  untilMs: number;
}

/** The tables at the end, instants in milliseconds since the epoch. */
export interface DatabaseDump {
  /** feed_fetch of the status feed, in the order of being written. */
  fetches: FetchRow[];
  /** station_change, by station and time. */
  changes: ChangeRow[];
  /** station_status, by station. */
  latest: LatestRow[];
  state: FeedStateRow;
}

export interface FetchRow {
  id: number;
  startedMs: number;
  endedMs: number;
  outcome: 'stored' | 'unchanged' | 'refused' | 'failed';
  reason: string | null;
  lastUpdatedMs: number | null;
  stationsSeen: number;
  stationsChanged: number;
}

export interface ChangeRow {
  fetchedMs: number;
  row: LedgerRow;
}

export interface LatestRow extends ChangeRow {
  changedMs: number;
}

export interface FeedStateRow {
  statusVersion: number;
  fetchedMs: number | null;
  checkedMs: number | null;
}

/** One look into the database during the run: a single statement, hence one moment. */
export interface DatabaseSample extends FeedStateRow {
  atMs: number;
  latest: LedgerRow[];
}

/** What the web process said of itself when it was asked. */
export interface ReadinessSample {
  askedMs: number;
  answeredMs: number;
  isReady: boolean;
  /** The age of the data by the web's own word, seconds; null where it did not say. */
  dataAgeS: number | null;
}

export interface RecoveryStep {
  what: string;
  /** After the last fault; null: not within the time allowed. */
  afterMs: number | null;
}
