import type { Database } from '@/lib/db/database';
import type { FetchOutcome, FetchRecord } from './fetchRecord';
import { LIVE_CHANNEL } from './liveChannel';
import { fetchValues, RECORD_FETCH_SQL } from './recordFetchSql';
import type { StatusSnapshot } from './snapshot';
import { STORE_SNAPSHOT_SQL, snapshotValues } from './storeSnapshotSql';

/** What became of a snapshot. */
export type StoredSnapshot =
  | {
      outcome: 'stored';
      /** Grows by one with every stored snapshot of the system. */
      statusVersion: number;
      /** Stations whose row was written: the report is newer or something differs. */
      written: number;
      /** Stations whose counts or flags changed: rows appended to the change log. */
      changed: number;
      /** Stations that no station_information describes. */
      orphans: number;
    }
  /** Older than what is stored, by so many seconds: nothing was written. */
  | { outcome: 'older'; behindS: number }
  /** A later answer was stored first, by another worker: nothing was written. */
  | { outcome: 'overtaken' }
  /** This very answer is stored already: nothing was written. */
  | { outcome: 'present' };

/** What the next fetch has to know about the last ones. */
export interface IngestState {
  /** Whether the city's name and zone ever came from its feed. */
  isSystemNamed: boolean;
  /** Stations in service by the last station_information. */
  stations: number;
  stationsVersion: number;
  statusFailures: number;
  /** While the feed fails: not before this instant. */
  statusRetryAt: Date | null;
  /** When anybody last began a fetch of the feed; null: never. */
  statusStartedAt: Date | null;
  stationsStartedAt: Date | null;
  systemStartedAt: Date | null;
}

export interface IngestStore {
  /**
   * Writes a whole snapshot and its fetch in one statement (see STORE_SNAPSHOT_SQL). Idempotent;
   * safe with any number of writers.
   *
   * @throws whatever Postgres or the connection throws; then everything was stored, or nothing
   */
  storeSnapshot(snapshot: StatusSnapshot, fetch: FetchRecord): Promise<StoredSnapshot>;
  /**
   * Keeps a fetch and what it says about the feed's health. Stored snapshots record themselves.
   *
   * @param retryAt of a failing status feed: not before this instant
   */
  recordFetch(fetch: FetchRecord, outcome: FetchOutcome, retryAt: Date | null): Promise<void>;
  readState(): Promise<IngestState>;
}

interface StoredRow {
  statusVersion: string;
  orphans: number;
  written: number;
  changed: number;
}

/** A snapshot of 150,000 stations takes a few seconds; a database silent for longer is away. */
const STORE_TIMEOUT_MS = 30_000;
/** The same for a single row, so that the answer goes to the spool within the minute. */
const rowLimit = { query_timeout: 5_000 };

/** @param db a pool, or the one client on which the caller holds a lock */
export function createIngestStore(db: Database, systemId: string): IngestStore {
  return {
    async storeSnapshot(snapshot, fetch) {
      const query = {
        name: 'store-snapshot',
        text: STORE_SNAPSHOT_SQL,
        values: [...snapshotValues(systemId, snapshot, fetch), LIVE_CHANNEL],
        query_timeout: STORE_TIMEOUT_MS,
      };
      const { rows } = await db.query<StoredRow>(query);
      const row = rows[0];
      if (!row) return whyNotAccepted(db, systemId, snapshot, fetch);
      const { orphans, written, changed } = row;
      const statusVersion = Number(row.statusVersion);
      return { outcome: 'stored', statusVersion, written, changed, orphans };
    },

    async recordFetch(fetch, outcome, retryAt) {
      const values = [systemId, ...fetchValues(fetch, outcome), retryAt, LIVE_CHANNEL];
      const query = { name: 'record-fetch', text: RECORD_FETCH_SQL, values };
      await db.query({ ...query, ...rowLimit });
    },

    async readState() {
      const query = { text: READ_STATE_SQL, values: [systemId], ...rowLimit };
      const { rows } = await db.query<IngestState>(query);
      return rows[0]!;
    },
  };
}

/** A second delivery of what is stored already is no refusal, a late one no step back of the feed. */
async function whyNotAccepted(
  db: Database,
  systemId: string,
  snapshot: StatusSnapshot,
  fetch: FetchRecord,
): Promise<StoredSnapshot> {
  const { lastUpdatedAt, medianReportedAt, fetchedAt } = snapshot;
  const { rows } = await db.query<{ present: boolean; overtaken: boolean; behindS: number }>(
    WHY_NOT_SQL,
    [systemId, fetch.startedAt, lastUpdatedAt, medianReportedAt, fetchedAt, fetch.durationMs],
  );
  const { present, overtaken, behindS } = rows[0]!;
  if (present) return { outcome: 'present' };
  return overtaken ? { outcome: 'overtaken' } : { outcome: 'older', behindS };
}

const WHY_NOT_SQL = `
SELECT
  EXISTS (SELECT FROM feed_fetch WHERE system_id = $1 AND feed = 'status' AND started_at = $2
    AND duration_ms = $6 AND last_updated_at IS NOT DISTINCT FROM $3::timestamptz
    AND outcome = 'stored') AS present,
  status_fetched_at >= $5::timestamptz AS overtaken,
  greatest(0, round(extract(epoch FROM coalesce(
    status_last_updated_at - $3::timestamptz, status_median_reported_at - $4::timestamptz,
    status_fetched_at - $5::timestamptz))))::int AS "behindS"
FROM feed_state WHERE system_id = $1`;

const READ_STATE_SQL = `
SELECT
  EXISTS (SELECT FROM feed_fetch WHERE system_id = $1 AND feed = 'system' AND outcome = 'stored')
    AS "isSystemNamed",
  (SELECT count(*)::int FROM station WHERE system_id = $1 AND removed_at IS NULL) AS stations,
  coalesce(f.stations_version, 0)::int AS "stationsVersion",
  coalesce(f.status_failures, 0) AS "statusFailures",
  f.status_retry_at AS "statusRetryAt",
  (SELECT max(started_at) FROM feed_fetch WHERE system_id = $1 AND feed = 'status')
    AS "statusStartedAt",
  (SELECT max(started_at) FROM feed_fetch WHERE system_id = $1 AND feed = 'stations')
    AS "stationsStartedAt",
  (SELECT max(started_at) FROM feed_fetch WHERE system_id = $1 AND feed = 'system')
    AS "systemStartedAt"
FROM (SELECT 1) AS one LEFT JOIN feed_state f ON f.system_id = $1`;
