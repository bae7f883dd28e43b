import type pg from 'pg';
import { ensurePartitionsOf } from '@/lib/stations/partitionStore';
import { DAY_MS } from '@/lib/units/clock';
import { NOW_AT, STATIONS, SYSTEM_ID } from './historyYear';

export const LOG_DAYS = 90;
export const LOG_AT = new Date(NOW_AT.getTime() - LOG_DAYS * DAY_MS);
/** A station changes once in so many minutes: a tenth of all station minutes, as in Paris. */
const CHANGE_EVERY_MIN = 10;
const CHANGES_A_DAY = 1_440 / CHANGE_EVERY_MIN;

/**
 * Days of minute changes up to NOW_AT, in the order in which they would have come, and the fetches of
 * the last month.
 */
export async function generateLog(pool: pg.Pool, days = LOG_DAYS): Promise<number> {
  const logAt = new Date(NOW_AT.getTime() - days * DAY_MS);
  const client = await pool.connect();
  const run = (text: string, values: unknown[] = []) =>
    client.query({ text, values, query_timeout: 900_000 } as pg.QueryConfig);
  try {
    await run('SET synchronous_commit = off');
    await run(STATIONS_SQL, [SYSTEM_ID, STATIONS, logAt]);
    await ensurePartitionsOf(pool, logAt, NOW_AT);
    // The key is built after the rows, which is only faster.
    const { rows: keys } = await run(KEY_SQL);
    await run('ALTER TABLE station_change DROP CONSTRAINT station_change_pkey');
    let changes = 0;
    for (let day = 0; day < days; day++) {
      const { rowCount } = await run(CHANGES_OF_DAY_SQL, [
        SYSTEM_ID,
        STATIONS,
        logAt,
        day * CHANGES_A_DAY,
        (day + 1) * CHANGES_A_DAY - 1,
        CHANGE_EVERY_MIN,
      ]);
      changes += rowCount ?? 0;
    }
    await run(`ALTER TABLE station_change ADD ${keys[0].definition}`);
    await run(STATUS_SQL, [SYSTEM_ID, NOW_AT]);
    await run(FETCHES_SQL, [SYSTEM_ID, NOW_AT]);
    await run('VACUUM ANALYZE');
    return changes;
  } finally {
    client.release();
  }
}

const STATIONS_SQL = `
INSERT INTO station (system_id, station_id, name, lat, lon, capacity, first_seen_at, last_seen_at)
SELECT $1, (213688000 + i * 37)::text, 'Station ' || i, 48.8 + (i % 40) * 0.003,
  2.25 + (i / 40) * 0.004, 15 + i % 40, $3::timestamptz - interval '1 year', $3
FROM generate_series(0, $2::int - 1) AS i`;

const KEY_SQL = `
SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
WHERE conname = 'station_change_pkey' AND conrelid = 'station_change'::regclass`;

const CHANGES_OF_DAY_SQL = `
INSERT INTO station_change (system_id, station_id, fetched_at, last_reported_at,
  num_bikes_available, num_mechanical_available, num_ebikes_available, num_docks_available,
  is_installed, is_renting, is_returning)
SELECT $1, (213688000 + i * 37)::text, at + interval '0.4 seconds', at - interval '40 seconds',
  bikes, bikes - bikes / 3, bikes / 3, 40 - bikes, true, true, true
FROM generate_series($4::int, $5::int) AS n
CROSS JOIN generate_series(0, $2::int - 1) AS i
CROSS JOIN LATERAL (
  SELECT $3::timestamptz + make_interval(mins => n * $6 + ((i * 7919 + n * 104729) % $6)) AS at,
    ((i * 31 + n * 17 + (n * n) % 13) % 40)::smallint AS bikes) AS change
ORDER BY at, i`;

const STATUS_SQL = `
INSERT INTO station_status (system_id, station_id, num_bikes_available, num_mechanical_available,
  num_ebikes_available, num_docks_available, is_installed, is_renting, is_returning,
  last_reported_at, fetched_at, changed_at)
SELECT system_id, station_id, num_bikes_available, num_mechanical_available, num_ebikes_available,
  num_docks_available, is_installed, is_renting, is_returning, last_reported_at, $2, fetched_at
FROM (
  SELECT DISTINCT ON (station_id) * FROM station_change
  WHERE system_id = $1 AND fetched_at > $2::timestamptz - interval '1 day'
  ORDER BY station_id, fetched_at DESC) AS newest`;

/** A month of looks, as long as they are kept. */
const FETCHES_SQL = `
INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts, outcome,
  median_reported_at)
SELECT $1, 'status', 'gbfs', at, 400, 400000, 1, 'stored', at - interval '1 minute'
FROM generate_series($2::timestamptz - interval '30 days', $2, '1 minute') AS at`;
