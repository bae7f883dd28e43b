import type { FetchOutcome, FetchRecord } from './fetchRecord';

/**
 * One fetch that stored no snapshot, and for the status feed what it means for the health:
 * `unchanged` is a valid answer and ends the failures, the others count one more; an answer that a
 * later one overtook says nothing about it. Open maps are notified, since their freshness line and
 * banners changed. The spool records late: the last check never goes back in time. Idempotent.
 *
 * Parameters: 1 system, 2..19 the fetch, 20 retry at, 21 the channel.
 */
export const RECORD_FETCH_SQL = `
WITH recorded AS (
  INSERT INTO feed_fetch (
    system_id, feed, source, started_at, duration_ms, http_status, bytes, attempts, outcome,
    reason, message, stations_seen, stations_changed, skipped, last_updated_at,
    median_reported_at, feed_lag_s)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
  WHERE NOT EXISTS (
    SELECT FROM feed_fetch WHERE system_id = $1 AND feed = $2 AND started_at = $4
      AND duration_ms = $5 AND outcome = $9)
  RETURNING feed, outcome, reason
),
health AS (
  INSERT INTO feed_state AS f (
    system_id, status_checked_at, status_failures, status_retry_at, status_reason)
  SELECT $1,
    CASE WHEN outcome = 'unchanged' THEN $18::timestamptz END,
    CASE WHEN outcome = 'unchanged' THEN 0 ELSE 1 END, $20, reason
  FROM recorded WHERE feed = 'status' AND reason IS DISTINCT FROM 'overtaken'
  ON CONFLICT (system_id) DO UPDATE SET
    status_checked_at = greatest(excluded.status_checked_at, f.status_checked_at),
    status_failures = CASE excluded.status_failures WHEN 0 THEN 0 ELSE f.status_failures + 1 END,
    status_retry_at = excluded.status_retry_at,
    status_reason = excluded.status_reason,
    anomalies = CASE WHEN $19::jsonb = '[]' THEN f.anomalies
      ELSE f.anomalies || jsonb_build_object('status', $19::jsonb) END
)
SELECT pg_notify($21, json_build_object('systemId', $1::text)::text)`;

/** The values of parameters 2..19. */
export function fetchValues(
  fetch: FetchRecord,
  outcome: FetchOutcome,
  stationsChanged = 0,
): unknown[] {
  return [
    fetch.feed,
    fetch.source,
    fetch.startedAt,
    fetch.durationMs,
    fetch.httpStatus,
    fetch.bytes,
    fetch.attempts,
    outcome,
    fetch.reason,
    fetch.message,
    fetch.stationsSeen,
    stationsChanged,
    JSON.stringify(fetch.skipped),
    fetch.lastUpdatedAt,
    fetch.medianReportedAt,
    fetch.feedLagS,
    new Date(fetch.startedAt.getTime() + fetch.durationMs),
    JSON.stringify(fetch.anomalies),
  ];
}
