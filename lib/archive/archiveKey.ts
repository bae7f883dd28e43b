/**
 * Where an hour lies in the archive, in the layout that query engines prune by:
 * `system=velib/date=2026-11-23/hour=08/status.parquet`, UTC.
 *
 * @param hour a whole UTC hour
 */
export function archiveKey(systemId: string, hour: Date): string {
  const [date = '', time = ''] = hour.toISOString().split('T');
  return `system=${systemId}/date=${date}/hour=${time.slice(0, 2)}/status.parquet`;
}
