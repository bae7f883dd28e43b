import type { Pool } from 'pg';
import { markRecord } from './markRecord';

const HOUR_MS = 3_600_000;

/** What a station held from so many hours ago on. */
export type PastStock = readonly [hoursAgo: number, bikes: number, docks: number];

/**
 * Gives a station a yesterday, as if the installation had run all the time but for a gap: rows of
 * the change log, and a fetch a minute.
 *
 * @param gapH hours ago at which nobody fetched any more, and at which somebody did again
 * @returns takes it all back
 */
export async function givePastDay(
  db: Pool,
  systemId: string,
  stationId: string,
  stock: readonly PastStock[],
  gapH: readonly [number, number],
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
     SELECT $1, $2, p.at, p.at, p.bikes, p.docks, true, true, true
     FROM unnest($3::timestamptz[], $4::int[], $5::int[]) AS p(at, bikes, docks)`,
    [
      systemId,
      stationId,
      stock.map(([hours]) => ago(hours)),
      stock.map(([, bikes]) => bikes),
      stock.map(([, , docks]) => docks),
    ],
  );
  await db.query(
    `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts,
       outcome, median_reported_at)
     SELECT $1, 'status', 'gbfs', at, 100, 1, 1, 'stored', at
     FROM generate_series($2::timestamptz, $3::timestamptz - interval '1 minute', '1 minute') AS at
     WHERE at <= $4 OR at >= $5`,
    [systemId, ago(26), firstAt, ago(gapH[0]), ago(gapH[1])],
  );
  const unmark = await markRecord(db);
  return async () => {
    await unmark();
    await db.query(
      'DELETE FROM station_change WHERE system_id = $1 AND station_id = $2 AND fetched_at < $3',
      [systemId, stationId, firstAt],
    );
    await db.query(
      `DELETE FROM feed_fetch WHERE system_id = $1 AND feed = 'status' AND started_at < $2`,
      [systemId, firstAt],
    );
  };
}
