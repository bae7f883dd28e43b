import pg from 'pg';
import type { LedgerRow } from '../../feed/ledger/ledgerEntry';
import type {
  ChangeRow,
  DatabaseDump,
  DatabaseSample,
  FeedStateRow,
  FetchRow,
  LatestRow,
} from '../runRecord';

/** A station's row in the ledger's own shape. */
const LEDGER_ROW = `json_build_array(station_id, num_bikes_available, num_mechanical_available,
  num_ebikes_available, num_docks_available,
  is_installed::int + 2 * is_renting::int + 4 * is_returning::int,
  floor(extract(epoch FROM last_reported_at))::bigint)`;

const ms = (column: string) => `round(extract(epoch FROM ${column}) * 1000)::float8`;

const STATE = `status_version::int AS "statusVersion", ${ms('status_fetched_at')} AS "fetchedMs",
  ${ms('status_checked_at')} AS "checkedMs"`;

/**
 * One look: the state and every station's latest row, in one statement.
 *
 * @returns null before the first fetch
 * @throws when Postgres is away
 */
export async function readSample(url: string, systemId: string): Promise<DatabaseSample | null> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<FeedStateRow & { latest: LedgerRow[] }>(
      `SELECT ${STATE}, (SELECT coalesce(json_agg(${LEDGER_ROW}), '[]') FROM station_status
         WHERE system_id = $1) AS latest
       FROM feed_state WHERE system_id = $1`,
      [systemId],
    );
    return rows[0] ? { ...rows[0], atMs: Date.now() } : null;
  });
}

/** The tables whole, when nobody writes any more. */
export async function readDump(url: string, systemId: string): Promise<DatabaseDump> {
  return withClient(url, async (client) => {
    const read = async <Row extends pg.QueryResultRow>(text: string) =>
      (await client.query<Row>(text, [systemId])).rows;
    const [state] = await read<FeedStateRow>(
      `SELECT ${STATE} FROM feed_state WHERE system_id = $1`,
    );
    if (!state) throw new Error('Nothing was ever fetched');
    return {
      state,
      fetches: await read<FetchRow>(
        `SELECT id::int, ${ms('started_at')} AS "startedMs", outcome, reason,
           ${ms('started_at')} + duration_ms AS "endedMs", ${ms('last_updated_at')} AS "lastUpdatedMs",
           stations_seen AS "stationsSeen", stations_changed AS "stationsChanged"
         FROM feed_fetch WHERE system_id = $1 AND feed = 'status' ORDER BY id`,
      ),
      changes: await read<ChangeRow>(
        `SELECT ${ms('fetched_at')} AS "fetchedMs", ${LEDGER_ROW} AS row
         FROM station_change WHERE system_id = $1 ORDER BY station_id, fetched_at`,
      ),
      latest: await read<LatestRow>(
        `SELECT ${ms('fetched_at')} AS "fetchedMs", ${ms('changed_at')} AS "changedMs",
           ${LEDGER_ROW} AS row
         FROM station_status WHERE system_id = $1 ORDER BY station_id`,
      ),
    };
  });
}

/** Workers that gave a sign of life since then. */
export async function countLivingWorkers(url: string, sinceMs: number): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ workers: number }>(
      'SELECT count(*)::int AS workers FROM worker_beat WHERE beat_at > $1',
      [new Date(sinceMs)],
    );
    return rows[0]?.workers ?? 0;
  });
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 10_000,
  });
  client.on('error', () => {}); // a query under way is rejected too
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {}); // broken already
  }
}
