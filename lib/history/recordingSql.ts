import type { ArchivedStation } from '@/lib/archive/hourState';
import { literal, type TimeBasis } from './readReportsSql';

/**
 * From the rows to what was observed: rows that cannot be taken are marked, of several rows of one
 * station and instant the last one counts, and a row is a change where its counts or flags differ
 * from the row before. A capacity of 0 or none says nothing and keeps the one before.
 *
 * @param beforeMs rows from here on are this installation's own record, or in the future
 * @param isReal whether the city is: no invented row goes into it
 */
export function observeSql(beforeMs: number, nowMs: number, isReal: boolean): string {
  return `
UPDATE report SET problem = CASE
    WHEN station NOT IN (SELECT station FROM named) THEN 'unknownStation'
    WHEN is_simulated AND ${isReal} THEN 'simulated'
    WHEN at_ms > ${nowMs} THEN 'future' ELSE 'observedHere' END
  WHERE problem IS NULL
    AND (station NOT IN (SELECT station FROM named) OR at_ms >= ${Math.min(beforeMs, nowMs)}
      OR (is_simulated AND ${isReal}));
CREATE TABLE observation AS
WITH taken AS (
  SELECT n.station_id, n.capacity AS known_capacity, r.*
  FROM report r JOIN named n USING (station)
  WHERE r.problem IS NULL
  QUALIFY row_number() OVER (
    PARTITION BY n.station_id, r.at_ms ORDER BY r.fetched_ms DESC, r.file DESC, r.line DESC) = 1
),
compared AS (
  SELECT *, row(bikes, mechanical, ebikes, docks, is_installed, is_renting, is_returning)
      IS DISTINCT FROM lag(
        row(bikes, mechanical, ebikes, docks, is_installed, is_renting, is_returning)) OVER series
      AS is_change,
    last_value(nullif(capacity, 0) IGNORE NULLS) OVER series AS held_capacity
  FROM taken
  WINDOW series AS (PARTITION BY station_id ORDER BY at_ms)
)
SELECT station_id, at_ms, reported_ms, fetched_ms, bikes, mechanical, ebikes, docks,
  coalesce(held_capacity, known_capacity) AS capacity, is_installed, is_renting, is_returning,
  is_change,
  max(at_ms) FILTER (is_change) OVER (PARTITION BY station_id ORDER BY at_ms) AS since_ms
FROM compared
ORDER BY at_ms, station_id`;
}

/**
 * The instants at which the recorder knew the whole city, with the median of the reports that each
 * brought. Reports are placed where they were made: a look that brought some knew the city as of the
 * newest of them.
 */
export const LOOKS_SQL: Record<TimeBasis, string> = {
  reported: looksSql(`
    SELECT coalesce(max(at_ms) FILTER (at_ms = reported_ms), max(at_ms)) AS at_ms,
      median(reported_ms) AS median_ms
    FROM good GROUP BY coalesce(fetched_ms, at_ms // 60000)`),
  fetched: looksSql(`
    SELECT at_ms, median(reported_ms) AS median_ms FROM good GROUP BY at_ms
    UNION ALL SELECT at_ms, NULL FROM poll`),
  at: looksSql(`
    SELECT coalesce(fetched_ms, at_ms) AS at_ms, median(reported_ms) AS median_ms
    FROM good GROUP BY 1`),
};

function looksSql(looks: string): string {
  return `
WITH good AS (SELECT * FROM report WHERE problem IS NULL)
SELECT at_ms::DOUBLE AS "atMs", max(median_ms)::DOUBLE AS "medianReportedMs"
FROM (${looks}) GROUP BY at_ms ORDER BY at_ms`;
}

/** The state of every station at the whole hours of `wanted_hour`, for the archive. */
export const HOUR_STATES_SQL = `
CREATE OR REPLACE TABLE hour_state AS
SELECT w.hour_ms, w.station_id, o.bikes, o.mechanical, o.ebikes, o.docks, o.capacity,
  o.is_installed, o.is_renting, o.is_returning, o.reported_ms, o.since_ms
FROM (SELECT hour_ms, station_id FROM wanted_hour CROSS JOIN (
  SELECT DISTINCT station_id FROM observation)) w
ASOF JOIN observation o ON w.station_id = o.station_id AND w.hour_ms >= o.at_ms
ORDER BY w.hour_ms, w.station_id`;

/** Rows of a slice as Postgres' COPY in CSV wants them, in the order of station_change. */
export function changesSql(systemId: string, fromMs: number, toMs: number): string {
  return `
SELECT ${literal(systemId)}, station_id, make_timestamp(at_ms * 1000)::VARCHAR || '+00',
  make_timestamp(reported_ms * 1000)::VARCHAR || '+00', bikes, mechanical, ebikes, docks,
  is_installed, is_renting, is_returning
FROM observation
WHERE is_change AND at_ms >= ${fromMs} AND at_ms < ${toMs}
ORDER BY station_id, at_ms`;
}

/** As hourStatesSql answers. */
export interface HourStateRow extends Omit<ArchivedStation, 'lastReportedAt' | 'fetchedAt'> {
  hourMs: number;
  reportedMs: number | null;
  sinceMs: number;
}

/** The states of the hours of a span, by hour and then by stationId in code unit order. */
export function hourStatesSql(fromMs: number, toMs: number): string {
  return `
SELECT hour_ms::DOUBLE AS "hourMs", station_id AS "stationId", bikes AS "numBikesAvailable",
  mechanical AS "numMechanicalAvailable", ebikes AS "numEbikesAvailable",
  docks AS "numDocksAvailable", capacity, is_installed AS "isInstalled", is_renting AS "isRenting",
  is_returning AS "isReturning", reported_ms::DOUBLE AS "reportedMs", since_ms::DOUBLE AS "sinceMs"
FROM hour_state WHERE hour_ms >= ${fromMs} AND hour_ms < ${toMs} ORDER BY hour_ms, station_id`;
}

/** The recording's own names of its stations, of good rows. */
export const STATIONS_SQL = 'SELECT DISTINCT station FROM report WHERE problem IS NULL ORDER BY 1';

export const SPANS_SQL = `
SELECT station_id AS "stationId", min(at_ms)::DOUBLE AS "firstMs", max(at_ms)::DOUBLE AS "lastMs",
  count(*)::DOUBLE AS observations
FROM observation GROUP BY station_id ORDER BY station_id`;

/** How often each reason came up; rows that only repeat an instant are no fault. */
export const REJECTED_SQL = `
SELECT problem AS reason, count(*)::DOUBLE AS rows FROM report WHERE problem IS NOT NULL
GROUP BY problem ORDER BY rows DESC, reason`;

/** Every rejected row, whatever was wrong with it. */
export const REJECTS_SQL = `
SELECT file, line, problem AS reason, coalesce(raw, concat_ws(',', station,
  make_timestamp(at_ms * 1000)::VARCHAR, bikes)) AS row
FROM report WHERE problem IS NOT NULL ORDER BY file, line`;

/** What a recording says of its stations' capacities: the first known one, and each later change. */
export const CAPACITIES_SQL = `
SELECT station_id AS "stationId", at_ms::DOUBLE AS "atMs", capacity, before
FROM (SELECT station_id, at_ms, capacity,
    lag(capacity) OVER (PARTITION BY station_id ORDER BY at_ms) AS before FROM observation)
WHERE capacity IS NOT NULL AND capacity IS DISTINCT FROM before ORDER BY station_id, at_ms`;
