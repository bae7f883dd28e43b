import { arrayLiteral, textArrayLiteral } from '@/lib/db/arrayLiteral';
import { SECOND_MS } from '@/lib/units/clock';
import type { FetchRecord } from './fetchRecord';
import type { StatusSnapshot } from './snapshot';

/**
 * The whole snapshot in one statement, hence one transaction: the feed's state, the latest status
 * of every station, the change log, the fetch itself and the notification, or nothing.
 *
 * - `accepted` decides. Its row lock makes writers of one system queue up, and ON CONFLICT judges
 *   the newest row version, so an older snapshot never replaces a newer one, whoever is faster.
 *   A snapshot that is stored already is not newer than itself: a second delivery does nothing.
 * - `upserted` leaves a station alone whose own report is older than the stored one, or where
 *   nothing differs. A report from the future (a broken clock) does not block what follows it.
 * - EXCEPT hashes or sorts, however wrong the planner's guess of the input's size is (10 rows). As
 *   NOT EXISTS it once looped through all stations for each: 300 of 350 ms.
 * - Before the first station_information every station is an orphan: that is no anomaly.
 * - changed_at = fetched_at marks the rows whose counts or flags changed; they are appended.
 *
 * Parameters: 1 system, 2 fetched at, 3 last updated at, 4 median reported at, 5 source,
 * 6..14 columns of the stations, 15 their number, 16..23 the fetch, 24 the channel.
 */
export const STORE_SNAPSHOT_SQL = `
WITH input AS MATERIALIZED (
  SELECT *
  FROM unnest($6::text[], $7::int2[], $8::int2[], $9::int2[], $10::int2[],
              $11::bool[], $12::bool[], $13::bool[], $14::float8[])
    AS i(station_id, bikes, mechanical, ebikes, docks, is_installed, is_renting, is_returning,
         reported_s)
),
orphan AS (
  SELECT count(*)::int AS orphans,
    EXISTS (SELECT FROM station WHERE system_id = $1) AS is_described
  FROM (
    SELECT station_id FROM input
    EXCEPT
    SELECT station_id FROM station WHERE system_id = $1 AND removed_at IS NULL) AS undescribed
),
accepted AS (
  INSERT INTO feed_state AS f (
    system_id, status_version, status_fetched_at, status_checked_at, status_last_updated_at,
    status_median_reported_at, status_source, status_stations, anomalies)
  SELECT $1, 1, $2, $2, $3, $4, $5, $15,
    jsonb_build_object('status', $23::jsonb || CASE WHEN orphans > 0 AND is_described
      THEN jsonb_build_array(jsonb_build_object('kind', 'orphans', 'count', orphans))
      ELSE '[]' END)
  FROM orphan
  ON CONFLICT (system_id) DO UPDATE SET
    status_version = f.status_version + 1,
    status_fetched_at = excluded.status_fetched_at,
    status_checked_at = excluded.status_checked_at,
    status_last_updated_at = excluded.status_last_updated_at,
    status_median_reported_at = excluded.status_median_reported_at,
    status_source = excluded.status_source,
    status_stations = excluded.status_stations,
    status_failures = 0, status_retry_at = NULL, status_reason = NULL,
    anomalies = f.anomalies || excluded.anomalies
  WHERE f.status_fetched_at IS NULL OR (
    excluded.status_fetched_at > f.status_fetched_at
    AND CASE
      WHEN excluded.status_last_updated_at IS NOT NULL
        AND f.status_last_updated_at <= f.status_fetched_at + interval '10 minutes'
        THEN excluded.status_last_updated_at >= f.status_last_updated_at
      WHEN excluded.status_median_reported_at IS NOT NULL
        AND f.status_median_reported_at <= f.status_fetched_at + interval '10 minutes'
        THEN excluded.status_median_reported_at >= f.status_median_reported_at
      ELSE true
    END)
  RETURNING status_version
),
upserted AS (
  INSERT INTO station_status AS s (
    system_id, station_id, num_bikes_available, num_mechanical_available, num_ebikes_available,
    num_docks_available, is_installed, is_renting, is_returning, last_reported_at,
    fetched_at, changed_at)
  SELECT $1, station_id, bikes, mechanical, ebikes, docks, is_installed, is_renting, is_returning,
    to_timestamp(reported_s), $2, $2
  FROM accepted, input
  ORDER BY station_id
  ON CONFLICT (system_id, station_id) DO UPDATE SET
    num_bikes_available = excluded.num_bikes_available,
    num_mechanical_available = excluded.num_mechanical_available,
    num_ebikes_available = excluded.num_ebikes_available,
    num_docks_available = excluded.num_docks_available,
    is_installed = excluded.is_installed,
    is_renting = excluded.is_renting,
    is_returning = excluded.is_returning,
    last_reported_at = excluded.last_reported_at,
    fetched_at = excluded.fetched_at,
    changed_at = CASE WHEN
      (s.num_bikes_available, s.is_installed, s.is_renting, s.is_returning)
        = (excluded.num_bikes_available, excluded.is_installed, excluded.is_renting,
           excluded.is_returning)
      AND s.num_mechanical_available IS NOT DISTINCT FROM excluded.num_mechanical_available
      AND s.num_ebikes_available IS NOT DISTINCT FROM excluded.num_ebikes_available
      AND s.num_docks_available IS NOT DISTINCT FROM excluded.num_docks_available
      THEN s.changed_at ELSE excluded.fetched_at END
  WHERE (s.last_reported_at IS DISTINCT FROM excluded.last_reported_at
      OR s.num_bikes_available <> excluded.num_bikes_available
      OR s.num_mechanical_available IS DISTINCT FROM excluded.num_mechanical_available
      OR s.num_ebikes_available IS DISTINCT FROM excluded.num_ebikes_available
      OR s.num_docks_available IS DISTINCT FROM excluded.num_docks_available
      OR (s.is_installed, s.is_renting, s.is_returning)
        <> (excluded.is_installed, excluded.is_renting, excluded.is_returning))
    AND (excluded.last_reported_at >= s.last_reported_at
      OR excluded.last_reported_at IS NULL OR s.last_reported_at IS NULL
      OR s.last_reported_at > s.fetched_at + interval '10 minutes')
  RETURNING s.*
),
appended AS (
  INSERT INTO station_change (
    system_id, station_id, fetched_at, last_reported_at, num_bikes_available,
    num_mechanical_available, num_ebikes_available, num_docks_available, is_installed,
    is_renting, is_returning)
  SELECT system_id, station_id, fetched_at, last_reported_at, num_bikes_available,
    num_mechanical_available, num_ebikes_available, num_docks_available, is_installed,
    is_renting, is_returning
  FROM upserted
  WHERE changed_at = fetched_at
  RETURNING 1
),
result AS (
  SELECT status_version, orphans,
    (SELECT count(*)::int FROM upserted) AS written,
    (SELECT count(*)::int FROM appended) AS changed
  FROM accepted, orphan
),
recorded AS (
  INSERT INTO feed_fetch (
    system_id, feed, source, started_at, duration_ms, http_status, bytes, attempts, outcome,
    stations_seen, stations_changed, orphans, skipped, last_updated_at, median_reported_at,
    feed_lag_s)
  SELECT $1, 'status', $5, $16, $17, $18, $19, $20, 'stored', $15, changed, orphans, $22, $3, $4,
    $21
  FROM result
)
SELECT status_version::text AS "statusVersion", orphans, written, changed,
  pg_notify($24, json_build_object('systemId', $1::text, 'statusVersion', status_version)::text)
    AS notified
FROM result`;

/** The values of parameters 1..23. */
export function snapshotValues(
  systemId: string,
  snapshot: StatusSnapshot,
  fetch: FetchRecord,
): unknown[] {
  const { stations } = snapshot;
  return [
    systemId,
    snapshot.fetchedAt,
    snapshot.lastUpdatedAt,
    snapshot.medianReportedAt,
    snapshot.source,
    textArrayLiteral(stations.map((s) => s.stationId)),
    arrayLiteral(stations.map((s) => s.numBikesAvailable)),
    arrayLiteral(stations.map((s) => s.numMechanicalAvailable)),
    arrayLiteral(stations.map((s) => s.numEbikesAvailable)),
    arrayLiteral(stations.map((s) => s.numDocksAvailable)),
    arrayLiteral(stations.map((s) => s.isInstalled)),
    arrayLiteral(stations.map((s) => s.isRenting)),
    arrayLiteral(stations.map((s) => s.isReturning)),
    arrayLiteral(stations.map((s) => s.lastReportedAt && s.lastReportedAt.getTime() / SECOND_MS)),
    stations.length,
    fetch.startedAt,
    fetch.durationMs,
    fetch.httpStatus,
    fetch.bytes,
    fetch.attempts,
    fetch.feedLagS,
    JSON.stringify(fetch.skipped),
    JSON.stringify(fetch.anomalies),
  ];
}
