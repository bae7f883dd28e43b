import type { ArchivedStation } from '@/lib/archive/hourState';
import { DAY_MS } from '@/lib/units/clock';
import type { ColumnMap, ReportField } from './reportColumns';

/**
 * Which of a row's times says when its counts stood there: the station's own report, the look that
 * found it, or the instant of change that an archive or an export of ours names.
 */
export type TimeBasis = 'at' | 'reported' | 'fetched';

/** A column of a file as DuckDB sees it. */
export interface FileColumn {
  name: string;
  type: string;
}

/** A station that reported longer ago than this is placed where it was seen: it is no news then. */
const OLD_REPORT_MS = DAY_MS;
/** Before there was a GBFS feed: 0 and 86400 mean "never". */
const EARLIEST_MS = Date.UTC(2005, 0, 1);

/** All rows as they were read: `problem` says why a row cannot be taken. */
export const CREATE_TABLES_SQL = `
CREATE TABLE report (
  file VARCHAR, line BIGINT, station VARCHAR, at_ms BIGINT, reported_ms BIGINT, fetched_ms BIGINT,
  bikes SMALLINT, mechanical SMALLINT, ebikes SMALLINT, docks SMALLINT, capacity INTEGER,
  is_installed BOOLEAN, is_renting BOOLEAN, is_returning BOOLEAN, is_simulated BOOLEAN,
  problem VARCHAR, raw VARCHAR);
CREATE TABLE poll (at_ms BIGINT);
CREATE TABLE named (station VARCHAR PRIMARY KEY, station_id VARCHAR, capacity INTEGER)`;

/** Reads every cell as text: a bad one is a bad row, never the end of the file. */
export function csvSourceSql(file: string, index: number): string {
  return `read_csv(${literal(file)}, header = true, all_varchar = true, store_rejects = true,
    rejects_table = 'torn_${index}', rejects_scan = 'torn_scan_${index}', rejects_limit = 0)`;
}

/** Lines that are no rows at all: too few or too many cells, a broken quote, no UTF-8. */
export function tornLinesSql(file: string, index: number): string {
  return `
CREATE OR REPLACE TEMP TABLE torn_line AS
SELECT line - 1 AS line, any_value(csv_line) AS raw,
  line - 1 - row_number() OVER (ORDER BY line) AS rows_before
FROM torn_${index} GROUP BY line;
UPDATE report SET line = line + (SELECT count(*) FROM torn_line t WHERE t.rows_before < report.line)
WHERE file = ${literal(file)} AND EXISTS (SELECT 1 FROM torn_line);
INSERT INTO report (file, line, problem, raw)
SELECT ${literal(file)}, line, 'torn', raw FROM torn_line`;
}

export function parquetSourceSql(file: string): string {
  return `read_parquet(${literal(file)})`;
}

/** Appends a file's rows to `report`; `line` counts the rows below the header from 1. */
export function readFileSql(
  source: string,
  file: string,
  columns: readonly FileColumn[],
  map: ColumnMap,
  basis: TimeBasis,
): string {
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  const of = (
    field: ReportField,
    sql: (column: string, type: string) => string,
    unsaid = 'NULL',
  ) =>
    map[field] === undefined
      ? unsaid
      : sql(identifier(map[field]), typeOf.get(map[field]) ?? 'VARCHAR');
  return `
INSERT INTO report
WITH cells AS (
  SELECT row_number() OVER () AS line,
    ${of('station', textSql)} AS station,
    ${of('at', timeSql)} AS said_ms,
    ${of('reported', timeSql)} AS said_reported_ms,
    ${of('fetched', timeSql)} AS fetched_ms,
    ${of('bikes', countSql)} AS bikes,
    ${of('mechanical', countSql)} AS mechanical,
    ${of('ebike', countSql)} AS ebikes,
    ${of('docks', countSql)} AS docks,
    ${of('capacity', countSql)} AS capacity,
    ${of('installed', flagSql, 'true')} AS is_installed,
    ${of('renting', flagSql, 'true')} AS is_renting,
    ${of('returning', flagSql, 'true')} AS is_returning,
    ${of('simulation', textSql)} IS NOT NULL AS is_simulated,
    concat_ws(',', ${columns.map(({ name }) => `coalesce(${identifier(name)}::VARCHAR, '')`).join(', ')}) AS raw
  FROM ${source}
),
timed AS (
  SELECT *, CASE WHEN said_reported_ms >= ${EARLIEST_MS} THEN said_reported_ms END AS reported_ms
  FROM cells
),
placed AS (SELECT *, ${PLACED_SQL[basis]} AS at_ms FROM timed),
judged AS (
  SELECT *, CASE
    WHEN station IS NULL THEN 'noStation'
    WHEN at_ms IS NULL OR at_ms < ${EARLIEST_MS} THEN 'noTime'
    WHEN bikes IS NULL THEN 'noBikes' END AS problem
  FROM placed
)
SELECT ${literal(file)}, line, station, at_ms, reported_ms, fetched_ms, bikes, mechanical, ebikes,
  docks, capacity, is_installed, is_renting, is_returning, is_simulated, problem,
  CASE WHEN problem IS NOT NULL THEN raw END
FROM judged`;
}

/**
 * A report counts from when the station made it, unless it is from after the look that found it (a
 * broken clock) or far older: then from the look.
 */
const PLACED_SQL: Record<TimeBasis, string> = {
  at: `CASE WHEN fetched_ms IS NULL OR said_ms BETWEEN fetched_ms - ${OLD_REPORT_MS} AND fetched_ms
    THEN said_ms ELSE fetched_ms END`,
  reported: `CASE WHEN fetched_ms IS NULL
      OR reported_ms BETWEEN fetched_ms - ${OLD_REPORT_MS} AND fetched_ms
    THEN reported_ms ELSE fetched_ms END`,
  fetched: 'fetched_ms',
};

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

/** A poll that brought no rows was no look. */
export function readPollsSql(file: string, time: string, hasRows: boolean): string {
  const looked = hasRows ? 'TRY_CAST(rows AS DOUBLE) > 0' : 'true';
  return `
INSERT INTO poll SELECT at_ms FROM (
  SELECT ${timeSql(identifier(time), 'VARCHAR')} AS at_ms
  FROM read_csv(${literal(file)}, header = true, all_varchar = true) WHERE ${looked})
WHERE at_ms IS NOT NULL`;
}

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

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function textSql(column: string): string {
  return `nullif(trim(${column}::VARCHAR), '')`;
}

/** Instants without a zone are UTC; numbers are epoch seconds, or milliseconds where so large. */
function timeSql(column: string, type: string): string {
  if (/^TIMESTAMP|^DATE$/.test(type)) return `epoch_ms(${column})`;
  const number = `TRY_CAST(${column} AS DOUBLE)`;
  const ofNumber = `(CASE WHEN ${number} < 1e11 THEN ${number} * 1000 ELSE ${number} END)::BIGINT`;
  if (type !== 'VARCHAR') return ofNumber;
  return `coalesce(epoch_ms(TRY_CAST(${column} AS TIMESTAMPTZ)), ${ofNumber})`;
}

/** 0..32767; anything else was not said. */
function countSql(column: string): string {
  const number = `TRY_CAST(${column} AS DOUBLE)`;
  return `(CASE WHEN ${number} BETWEEN 0 AND 32767 THEN trunc(${number}) END)::SMALLINT`;
}

/** An unsaid flag counts as set: a recorder that left it out watched working stations. */
function flagSql(column: string): string {
  return `coalesce(lower(${column}::VARCHAR), '1') NOT IN ('0', '0.0', 'false', 'f', 'no', 'non')`;
}
