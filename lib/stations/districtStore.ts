import type pg from 'pg';
import { textArrayLiteral } from '@/lib/db/arrayLiteral';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import type { Position } from '@/lib/geo/position';
import { assignDistricts, type DistrictArea, resolveParents } from './districtOf';
import type { FetchRecord } from './fetchRecord';
import { LIVE_CHANNEL } from './liveChannel';
import { fetchValues, RECORD_FETCH_SQL } from './recordFetchSql';

/** A named area of the city. */
export interface District extends DistrictArea {
  code: string | null;
  name: string;
}

export interface DistrictStore {
  /**
   * Replaces all districts and gives every station its district anew, in one transaction.
   *
   * @returns stations whose district changed
   */
  storeDistricts(
    districts: readonly District[],
    fetch: FetchRecord,
    fetchedAt: Date,
  ): Promise<number>;
  /** Gives every station its district, after stations came or moved. @returns how many changed */
  assignStations(): Promise<number>;
  hasDistricts(): Promise<boolean>;
}

export function createDistrictStore(pool: pg.Pool, systemId: string): DistrictStore {
  return {
    storeDistricts: (districts, fetch, fetchedAt) =>
      withTransaction(pool, async (db) => {
        await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `stations ${systemId}`,
        ]);
        const { rowCount } = await db.query(REPLACE_DISTRICTS_SQL, [
          systemId,
          JSON.stringify(resolveParents(districts)),
        ]);
        await db.query(RECORD_FETCH_SQL, [
          systemId,
          ...fetchValues(fetch, 'stored'),
          null,
          LIVE_CHANNEL,
        ]);
        const reassigned = await assign(db, systemId);
        await db.query(TOUCH_STATE_SQL, [systemId, fetchedAt, rowCount || reassigned ? 1 : 0]);
        return reassigned;
      }),

    assignStations: () =>
      withTransaction(pool, async (db) => {
        const reassigned = await assign(db, systemId);
        if (reassigned > 0) await db.query(TOUCH_STATE_SQL, [systemId, null, 1]);
        await db.query('SELECT pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify({ systemId })]);
        return reassigned;
      }),

    async hasDistricts() {
      const { rowCount } = await pool.query('SELECT 1 FROM district WHERE system_id = $1 LIMIT 1', [
        systemId,
      ]);
      return rowCount === 1;
    },
  };
}

async function assign(db: Database, systemId: string): Promise<number> {
  const areas = await db.query<DistrictArea>(
    `SELECT district_id AS "districtId", level, parent_id AS "parentId", geometry
     FROM district WHERE system_id = $1`,
    [systemId],
  );
  const stations = await db.query<Position & { stationId: string }>(
    `SELECT station_id AS "stationId", lat, lon FROM station
     WHERE system_id = $1 AND removed_at IS NULL`,
    [systemId],
  );
  const districtOf = assignDistricts(stations.rows, areas.rows);
  const { rowCount } = await db.query(ASSIGN_SQL, [
    systemId,
    textArrayLiteral(stations.rows.map((station) => station.stationId)),
    textArrayLiteral(stations.rows.map((station) => districtOf.get(station.stationId) ?? null)),
  ]);
  return rowCount ?? 0;
}

// Answers one row for each district that is new, different or gone.
const REPLACE_DISTRICTS_SQL = `
WITH feed AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS d("districtId" text, level int2,
    "parentId" text, code text, name text, geometry jsonb)
),
gone AS (
  DELETE FROM district
  WHERE system_id = $1 AND district_id NOT IN (SELECT "districtId" FROM feed)
  RETURNING district_id
),
present AS (
  INSERT INTO district AS d (system_id, district_id, level, parent_id, code, name, geometry)
  SELECT $1, "districtId", level, "parentId", code, name, geometry FROM feed
  ON CONFLICT (system_id, district_id) DO UPDATE SET
    level = excluded.level, parent_id = excluded.parent_id, code = excluded.code,
    name = excluded.name, geometry = excluded.geometry
  WHERE (d.level, d.parent_id, d.code, d.name, d.geometry)
    IS DISTINCT FROM
    (excluded.level, excluded.parent_id, excluded.code, excluded.name, excluded.geometry)
  RETURNING district_id
)
SELECT district_id FROM gone UNION ALL SELECT district_id FROM present`;

const ASSIGN_SQL = `
UPDATE station s SET district_id = a.district_id
FROM unnest($2::text[], $3::text[]) AS a(station_id, district_id)
WHERE s.system_id = $1 AND s.station_id = a.station_id
  AND s.district_id IS DISTINCT FROM a.district_id`;

const TOUCH_STATE_SQL = `
INSERT INTO feed_state AS f (system_id, stations_version, districts_fetched_at)
VALUES ($1, $3, $2)
ON CONFLICT (system_id) DO UPDATE SET
  stations_version = f.stations_version + excluded.stations_version,
  districts_fetched_at = coalesce(excluded.districts_fetched_at, f.districts_fetched_at)`;
