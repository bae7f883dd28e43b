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

/** A poll that brought no rows was no look. */
export function readPollsSql(file: string, time: string, hasRows: boolean): string {
  const looked = hasRows ? 'TRY_CAST(rows AS DOUBLE) > 0' : 'true';
  return `
INSERT INTO poll SELECT at_ms FROM (
  SELECT ${timeSql(identifier(time), 'VARCHAR')} AS at_ms
  FROM read_csv(${literal(file)}, header = true, all_varchar = true) WHERE ${looked})
WHERE at_ms IS NOT NULL`;
}

/** Text as SQL. */
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
