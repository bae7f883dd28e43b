import { arrayLiteral, textArrayLiteral } from '@/lib/db/arrayLiteral';
import type { Database } from '@/lib/db/database';
import type { FetchRecord } from './fetchRecord';
import { LIVE_CHANNEL } from './liveChannel';
import type { OwnVehicle } from './station';

export interface VehicleStore {
  /**
   * Replaces all vehicles in one statement, unless a newer answer was stored meanwhile.
   *
   * @returns whether they were stored
   */
  storeVehicles(
    vehicles: readonly OwnVehicle[],
    fetch: FetchRecord,
    fetchedAt: Date,
  ): Promise<boolean>;
}

export function createVehicleStore(db: Database, systemId: string): VehicleStore {
  return {
    async storeVehicles(vehicles, fetch, fetchedAt) {
      const { rowCount } = await db.query({
        name: 'store-vehicles',
        text: STORE_VEHICLES_SQL,
        values: [
          systemId,
          fetchedAt,
          textArrayLiteral(vehicles.map((v) => v.vehicleId)),
          arrayLiteral(vehicles.map((v) => v.lat)),
          arrayLiteral(vehicles.map((v) => v.lon)),
          textArrayLiteral(vehicles.map((v) => v.kind)),
          arrayLiteral(vehicles.map((v) => v.isReserved)),
          arrayLiteral(vehicles.map((v) => v.isDisabled)),
          arrayLiteral(vehicles.map((v) => v.rangeM)),
          arrayLiteral(vehicles.map((v) => v.lastReportedAt && v.lastReportedAt.getTime() / 1000)),
          fetch.source,
          fetch.startedAt,
          fetch.durationMs,
          fetch.httpStatus,
          fetch.bytes,
          fetch.attempts,
          vehicles.length,
          JSON.stringify(fetch.skipped),
          fetch.lastUpdatedAt,
          fetch.feedLagS,
          JSON.stringify(fetch.anomalies),
          LIVE_CHANNEL,
        ],
      });
      return rowCount === 1;
    },
  };
}

// Ids rotate at each trip, so a vehicle's row means nothing beyond its fetch. Rows of vehicles that
// are still there are updated rather than deleted and inserted: one statement cannot do both to one.
const STORE_VEHICLES_SQL = `
WITH accepted AS (
  INSERT INTO feed_state AS f (system_id, vehicles_version, vehicles_fetched_at, anomalies)
  VALUES ($1, 1, $2, jsonb_build_object('vehicles', $21::jsonb))
  ON CONFLICT (system_id) DO UPDATE SET
    vehicles_version = f.vehicles_version + 1,
    vehicles_fetched_at = excluded.vehicles_fetched_at,
    anomalies = f.anomalies || excluded.anomalies
  WHERE f.vehicles_fetched_at IS NULL OR excluded.vehicles_fetched_at > f.vehicles_fetched_at
  RETURNING vehicles_version
),
feed AS MATERIALIZED (
  SELECT * FROM unnest($3::text[], $4::float8[], $5::float8[], $6::text[], $7::bool[], $8::bool[],
                       $9::int[], $10::float8[])
    AS v(vehicle_id, lat, lon, kind, is_reserved, is_disabled, range_m, reported_s)
),
gone AS (
  DELETE FROM vehicle USING accepted
  WHERE system_id = $1 AND vehicle_id NOT IN (SELECT vehicle_id FROM feed)
),
present AS (
  INSERT INTO vehicle AS v (
    system_id, vehicle_id, lat, lon, kind, is_reserved, is_disabled, range_m, last_reported_at)
  SELECT $1, vehicle_id, lat, lon, kind, is_reserved, is_disabled, range_m,
    to_timestamp(reported_s)
  FROM accepted, feed
  ORDER BY vehicle_id
  ON CONFLICT (system_id, vehicle_id) DO UPDATE SET
    lat = excluded.lat, lon = excluded.lon, kind = excluded.kind,
    is_reserved = excluded.is_reserved, is_disabled = excluded.is_disabled,
    range_m = excluded.range_m, last_reported_at = excluded.last_reported_at
),
recorded AS (
  INSERT INTO feed_fetch (
    system_id, feed, source, started_at, duration_ms, http_status, bytes, attempts, outcome,
    stations_seen, skipped, last_updated_at, feed_lag_s)
  SELECT $1, 'vehicles', $11, $12, $13, $14, $15, $16, 'stored', $17, $18, $19, $20 FROM accepted
)
SELECT pg_notify($22,
  json_build_object('systemId', $1::text, 'vehiclesVersion', vehicles_version)::text)
FROM accepted`;
