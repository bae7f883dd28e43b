import type { Database } from '@/lib/db/database';
import { logRecords } from '@/lib/history/coverage';
import { createCoverageStore } from '@/lib/history/coverageStore';
import { readFeedGaps } from '@/lib/history/feedGapStore';
import { clipSpans } from '@/lib/history/spans';
import type { Span } from '@/lib/history/stationSeries';
import {
  type FeedDay,
  type FeedHoles,
  type FeedOutcome,
  type FeedReliability,
  holesOf,
  type SilentStations,
} from './feedReliability';

/** Silent stations that a page lists; the count is of all. */
const SILENT_LISTED = 50;

/**
 * How well the status feed could be relied on. Fetches are kept for a month, holes for ever; silent
 * stations are those of now.
 *
 * @param span of the period, epoch seconds
 * @param nowAt epoch seconds
 */
export async function readFeedReliability(
  db: Database,
  systemId: string,
  span: Span,
  timezone: string,
  nowAt: number,
): Promise<FeedReliability> {
  const [days, outcomes, holes, silent] = await Promise.all([
    db.query<FeedDay>(DAYS_SQL, [systemId, span.fromAt, span.toAt, timezone]),
    db.query<FeedOutcome>(OUTCOMES_SQL, [systemId, span.fromAt, span.toAt]),
    readHoles(db, systemId, span, nowAt),
    db.query<SilentStations>(SILENT_SQL, [systemId, SILENT_LISTED]),
  ]);
  return { days: days.rows, outcomes: outcomes.rows, holes, silent: silent.rows[0]! };
}

async function readHoles(
  db: Database,
  systemId: string,
  span: Span,
  nowAt: number,
): Promise<FeedHoles> {
  const coverage = await createCoverageStore(db, systemId).read();
  const found = await Promise.all(
    logRecords(coverage, nowAt).map(async (record) => {
      const within = clipSpans([record], span);
      const gaps = await Promise.all(
        within.map(async (one) =>
          clipSpans(await readFeedGaps(db, systemId, one, !record.isOwn, nowAt), one),
        ),
      );
      return { within, gaps: gaps.flat() };
    }),
  );
  return holesOf(
    found.flatMap(({ within }) => within),
    found.flatMap(({ gaps }) => gaps),
  );
}

const DAYS_SQL = `
SELECT (started_at AT TIME ZONE $4)::date::text AS date, count(*)::int AS fetches,
  (count(*) FILTER (WHERE outcome IN ('stored', 'unchanged')))::int AS good,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY feed_lag_s) AS "lagMedianS",
  percentile_cont(0.95) WITHIN GROUP (ORDER BY feed_lag_s) AS "lagP95S"
FROM feed_fetch
WHERE system_id = $1 AND feed = 'status'
  AND started_at >= to_timestamp($2) AND started_at < to_timestamp($3)
GROUP BY 1 ORDER BY 1`;

const OUTCOMES_SQL = `
SELECT source, outcome, reason, count(*)::int AS fetches
FROM feed_fetch
WHERE system_id = $1 AND feed = 'status'
  AND started_at >= to_timestamp($2) AND started_at < to_timestamp($3)
GROUP BY source, outcome, reason
ORDER BY fetches DESC, source, outcome, reason`;

const SILENT_SQL = `
WITH silent AS (
  SELECT s.station_id, s.name, extract(epoch FROM st.last_reported_at)::float8 AS reported_at
  FROM feed_state f
  JOIN station_status st USING (system_id)
  JOIN station s USING (system_id, station_id)
  WHERE f.system_id = $1 AND s.removed_at IS NULL
    AND (st.last_reported_at IS NULL
         OR st.last_reported_at < f.status_median_reported_at - interval '1 day')
),
listed AS (
  SELECT * FROM silent ORDER BY reported_at NULLS FIRST, station_id LIMIT $2
)
SELECT (SELECT count(*)::int FROM silent) AS count,
  (SELECT coalesce(json_agg(json_build_object(
       'stationId', station_id, 'name', name, 'lastReportedAt', reported_at)
       ORDER BY reported_at NULLS FIRST, station_id), '[]') FROM listed) AS stations`;
