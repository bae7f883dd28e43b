import type { ColumnMap } from '@/lib/history/reportColumns';
import { readCsvReports } from './readCsvReports';
import { readParquetReports } from './readParquetReports';
import type { Reports } from './reports';

/**
 * Reads a recorded series in the format of docs/simulated-feed.md: `.csv`, `.csv.gz` or
 * `.parquet`.
 *
 * @param columns the file's own column names where they differ from the documented ones
 */
export function readReports(path: string, columns: ColumnMap = {}): Promise<Reports> {
  return path.endsWith('.parquet')
    ? readParquetReports(path, columns)
    : readCsvReports(path, columns);
}
