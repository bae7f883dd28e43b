import { arrayLiteral, textArrayLiteral } from '@/lib/db/arrayLiteral';
import type { Database } from '@/lib/db/database';
import { IMPORTED_UNTIL_SQL } from './importedUntilSql';
import { LIVE_CHANNEL } from './liveChannel';
import type { PhantomEstimate, PhantomWindow } from './phantoms';

export interface PhantomStore {
  /** What the change log says of each station between `fromAt` and `toAt`. */
  readWindows(fromAt: Date, toAt: Date): Promise<PhantomWindow[]>;
  /** Replaces all estimates in one statement; open maps hear of it when any differs. */
  storeEstimates(estimates: readonly PhantomEstimate[], computedAt: Date): Promise<void>;
}

export function createPhantomStore(db: Database, systemId: string): PhantomStore {
  return {
    async readWindows(fromAt, toAt) {
      const { rows } = await db.query<PhantomWindow>(READ_WINDOWS_SQL, [systemId, fromAt, toAt]);
      return rows;
    },

    async storeEstimates(estimates, computedAt) {
      await db.query(STORE_ESTIMATES_SQL, [
        systemId,
        computedAt,
        textArrayLiteral(estimates.map((e) => e.stationId)),
        arrayLiteral(estimates.map((e) => e.phantomBikes)),
        arrayLiteral(estimates.map((e) => e.windowH)),
        LIVE_CHANNEL,
      ]);
    },
  };
}

// The count in force when the window opens is the last change before it: one index look-up a station.
// The last one of an imported recording may be years old and tells nothing of the window.
const READ_WINDOWS_SQL = `
WITH series AS (
  SELECT s.station_id, $2::timestamptz AS at, opening.num_bikes_available AS bikes
  FROM station_status s CROSS JOIN LATERAL (
    SELECT num_bikes_available FROM station_change c
    WHERE c.system_id = $1 AND c.station_id = s.station_id AND c.fetched_at <= $2
      AND c.fetched_at > ${IMPORTED_UNTIL_SQL}
    ORDER BY c.fetched_at DESC LIMIT 1) AS opening
  WHERE s.system_id = $1
  UNION ALL
  SELECT station_id, fetched_at, num_bikes_available FROM station_change
  WHERE system_id = $1 AND fetched_at > $2 AND fetched_at <= $3
),
steps AS (
  SELECT station_id, at, bikes,
    lag(bikes) OVER (PARTITION BY station_id ORDER BY at) - bikes AS decrease
  FROM series
)
SELECT station_id AS "stationId", min(bikes)::int AS "minBikes",
  coalesce(sum(greatest(decrease, 0)), 0)::int AS departures,
  extract(epoch FROM $3::timestamptz - min(at))::float8 / 3600 AS "observedH"
FROM steps GROUP BY station_id`;

const STORE_ESTIMATES_SQL = `
WITH estimate AS MATERIALIZED (
  SELECT * FROM unnest($3::text[], $4::int2[], $5::int2[]) AS e(station_id, bikes, window_h)
),
before AS (
  SELECT station_id, phantom_bikes FROM station_phantom WHERE system_id = $1
),
differing AS (
  SELECT 1 FROM estimate FULL JOIN before USING (station_id)
  WHERE coalesce(bikes, 0) <> coalesce(phantom_bikes, 0)
),
gone AS (
  DELETE FROM station_phantom
  WHERE system_id = $1 AND station_id NOT IN (SELECT station_id FROM estimate)
),
present AS (
  INSERT INTO station_phantom (system_id, station_id, phantom_bikes, window_h, computed_at)
  SELECT $1, station_id, bikes, window_h, $2 FROM estimate ORDER BY station_id
  ON CONFLICT (system_id, station_id) DO UPDATE SET
    phantom_bikes = excluded.phantom_bikes, window_h = excluded.window_h,
    computed_at = excluded.computed_at
),
touched AS (
  UPDATE feed_state SET status_version = status_version + 1
  WHERE system_id = $1 AND EXISTS (SELECT FROM differing)
  RETURNING status_version
)
SELECT pg_notify($6, json_build_object('systemId', $1::text, 'statusVersion', status_version)::text)
FROM touched`;
