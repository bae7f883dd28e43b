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

/**
 * Where a compacted month lies: beside the hours, and out of the sight of who reads `date=*`. A month
 * that is made again has other bytes, hence another key.
 *
 * @param month its first instant, UTC
 * @param sha256 of the object
 */
export function monthKey(systemId: string, month: Date, sha256: string): string {
  const name = month.toISOString().slice(0, 7);
  return `system=${systemId}/compact/month=${name}/status-${sha256.slice(0, 16)}.parquet`;
}
