import type { Pool } from 'pg';
import { markRecord } from './markRecord';

const HOUR_MS = 3_600_000;

/** What every station of the city held from so many hours ago on. */
export type PastHold = readonly [hoursAgo: number, bikes: number];

/**
 * Gives every station a past, as if the installation had run all the time: rows of the change log,
 * and a fetch a minute.
 *
 * @param holds the oldest first
 * @returns takes it all back
 */
export async function givePastCity(
  db: Pool,
  systemId: string,
  holds: readonly PastHold[],
): Promise<() => Promise<void>> {
  const nowMs = Date.now();
  const ago = (hours: number) => new Date(nowMs - hours * HOUR_MS);
  const { rows } = await db.query<{ at: Date }>(
    `SELECT min(started_at) AS at FROM feed_fetch WHERE system_id = $1 AND feed = 'status'`,
    [systemId],
  );
  const firstAt = rows[0]!.at;
  await db.query(
    `INSERT INTO station_change (system_id, station_id, fetched_at, last_reported_at,
       num_bikes_available, num_docks_available, is_installed, is_renting, is_returning)
     SELECT $1, s.station_id, p.at, p.at, p.bikes, 20, true, true, true
     FROM station s, unnest($2::timestamptz[], $3::int[]) AS p(at, bikes)
     WHERE s.system_id = $1`,
    [systemId, holds.map(([hours]) => ago(hours)), holds.map(([, bikes]) => bikes)],
  );
  await db.query(
    `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts,
       outcome, median_reported_at)
     SELECT $1, 'status', 'gbfs', at, 100, 1, 1, 'stored', at
     FROM generate_series($2::timestamptz, $3::timestamptz - interval '1 minute', '1 minute') AS at`,
    [systemId, ago(holds[0]![0]), firstAt],
  );
  const unmark = await markRecord(db);
  return async () => {
    await unmark();
    await db.query('DELETE FROM station_change WHERE system_id = $1 AND fetched_at < $2', [
      systemId,
      firstAt,
    ]);
    await db.query(
      `DELETE FROM feed_fetch WHERE system_id = $1 AND feed = 'status' AND started_at < $2`,
      [systemId, firstAt],
    );
  };
}
