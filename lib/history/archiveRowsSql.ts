import { literal } from './readReportsSql';
import type { Span } from './stationSeries';

/** Files of the archive: months that were compacted, and hours of months that were not. */
export interface ArchiveFiles {
  months: readonly string[];
  hours: readonly string[];
}

/** A compacted month's columns: instants as whole seconds before the hour, see decision 160. */
export const MONTH_COLUMNS_SQL = `
  station_id, hour_at, num_bikes_available::SMALLINT AS num_bikes_available,
  num_mechanical_available::SMALLINT AS num_mechanical_available,
  num_ebikes_available::SMALLINT AS num_ebikes_available,
  num_docks_available::SMALLINT AS num_docks_available, capacity,
  is_installed, is_renting, is_returning,
  ((epoch_ms(hour_at) - epoch_ms(last_reported_at)) // 1000)::INTEGER AS reported_before_s,
  ((epoch_ms(hour_at) - epoch_ms(fetched_at)) // 1000)::INTEGER AS fetched_before_s,
  reconstructed`;

/** Some 28 stations' months: small enough to read one of them fast, large enough to pack well. */
const ROW_GROUP_ROWS = 20_480;

/**
 * Writes a compacted month.
 *
 * @param hours a relation with the columns of the hours
 * @param file absolute path
 */
export function writeMonthSql(hours: string, file: string): string {
  return `COPY (SELECT ${MONTH_COLUMNS_SQL} FROM ${hours} ORDER BY station_id, hour_at)
TO ${literal(file)} (
  FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION V2, ROW_GROUP_SIZE ${ROW_GROUP_ROWS})`;
}

/** @param files absolute paths, at least one */
export function parquetSql(files: readonly string[]): string {
  return `read_parquet([${files.map(literal).join(', ')}], hive_partitioning = false)`;
}

const ROW_COLUMNS = `(epoch_ms(hour_at) / 1000)::DOUBLE AS at, station_id,
  num_bikes_available::INTEGER AS bikes, num_mechanical_available::INTEGER AS mechanical,
  num_ebikes_available::INTEGER AS ebikes, num_docks_available::INTEGER AS docks,
  capacity::INTEGER AS capacity,
  is_installed::INTEGER + 2 * is_renting::INTEGER + 4 * is_returning::INTEGER AS flags`;

/** In the order of ArchiveRowColumns. */
const REPORTED_AT = {
  months: `(epoch_ms(hour_at) // 1000 - reported_before_s)::DOUBLE AS reported_at`,
  hours: `floor(epoch_ms(last_reported_at) / 1000)::DOUBLE AS reported_at`,
};

/**
 * Rows of the archive on the hours of a span, the end not included, in columns: at, station_id,
 * bikes, mechanical, ebikes, docks, capacity, flags, reported_at; times in epoch seconds.
 *
 * @param files at least one
 * @param stationIds null: all
 */
export function archiveRowsSql(
  files: ArchiveFiles,
  { fromAt, toAt }: Span,
  stationIds: readonly string[] | null,
): string {
  const within = [
    `hour_at >= to_timestamp(${fromAt}) AND hour_at < to_timestamp(${toAt})`,
    ...(stationIds ? [`station_id IN (${stationIds.map(literal).join(', ')})`] : []),
  ].join(' AND ');
  const selects = (['months', 'hours'] as const)
    .filter((kind) => files[kind].length > 0)
    .map(
      (kind) =>
        `SELECT ${ROW_COLUMNS}, ${REPORTED_AT[kind]} FROM ${parquetSql(files[kind])} WHERE ${within}`,
    );
  return `${selects.join('\nUNION ALL\n')}\nORDER BY 1, 2`;
}
