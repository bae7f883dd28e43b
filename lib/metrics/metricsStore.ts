import type { Database } from '@/lib/db/database';

interface MetricRows {
  jobs: { job: string; outcome: string; runs: number; durationMs: number }[];
  lastDone: { job: string; at: number }[];
  pauses: { job: string }[];
  fetches: { feed: string; source: string; outcome: string; reason: string; fetches: number }[];
  fetchLags: { feed: string; lagS: number }[];
  anomalies: { feed: string; kind: string; count: number }[];
  /** Epoch seconds; null: never. */
  feed: { fetchedAt: number | null; checkedAt: number | null; failures: number };
  beatAt: number | null;
  workers: number;
  workerRssBytes: number | null;
  spooled: number;
}

/** Everything that is measured by looking into the database, in one statement. */
export async function readMetricRows(db: Database, systemId: string): Promise<MetricRows> {
  const { rows } = await db.query<MetricRows>({
    name: 'read-metrics',
    text: METRICS_SQL,
    values: [systemId],
  });
  return rows[0]!;
}

const METRICS_SQL = `
WITH live AS (
  SELECT count(*)::int AS workers, max(rss_bytes)::float8 AS rss, coalesce(max(spooled), 0) AS spooled
  FROM worker_beat WHERE beat_at > now() - interval '1 minute'
), jobs AS (SELECT * FROM job_tally WHERE system_id = $1)
SELECT
  (SELECT coalesce(json_agg(json_build_object('job', job, 'outcome', outcome, 'runs', runs,
     'durationMs', duration_ms) ORDER BY job, outcome), '[]') FROM jobs) AS jobs,
  (SELECT coalesce(json_agg(json_build_object('job', done.job, 'at', run.at) ORDER BY done.job), '[]')
   FROM jobs done CROSS JOIN LATERAL (
     SELECT extract(epoch FROM r.started_at) AS at FROM job_run r
     WHERE r.system_id = $1 AND r.job = done.job AND r.outcome = 'done'
     ORDER BY r.started_at DESC LIMIT 1) run
   WHERE done.outcome = 'done') AS "lastDone",
  (SELECT coalesce(json_agg(json_build_object('job', job)), '[]')
   FROM job_pause WHERE system_id = $1) AS pauses,
  (SELECT coalesce(json_agg(json_build_object('feed', feed, 'source', source, 'outcome', outcome,
     'reason', reason, 'fetches', fetches) ORDER BY feed, source, outcome, reason), '[]')
   FROM fetch_tally WHERE system_id = $1) AS fetches,
  (SELECT coalesce(json_agg(json_build_object('feed', name.feed, 'lagS', last.feed_lag_s)), '[]')
   FROM (SELECT DISTINCT feed FROM fetch_tally WHERE system_id = $1) name
   CROSS JOIN LATERAL (
     SELECT f.feed_lag_s FROM feed_fetch f WHERE f.system_id = $1 AND f.feed = name.feed
     ORDER BY f.started_at DESC LIMIT 1) last
   WHERE last.feed_lag_s IS NOT NULL) AS "fetchLags",
  (SELECT coalesce(json_agg(json_build_object('feed', feed.key, 'kind', odd ->> 'kind',
     'count', (odd ->> 'count')::float8)), '[]')
   FROM feed_state s, jsonb_each(s.anomalies) feed, jsonb_array_elements(feed.value) odd
   WHERE s.system_id = $1) AS anomalies,
  coalesce((SELECT json_build_object('fetchedAt', extract(epoch FROM status_fetched_at),
     'checkedAt', extract(epoch FROM status_checked_at), 'failures', status_failures)
   FROM feed_state WHERE system_id = $1),
   '{"fetchedAt": null, "checkedAt": null, "failures": 0}') AS feed,
  (SELECT extract(epoch FROM max(beat_at))::float8 FROM worker_beat) AS "beatAt",
  live.workers, live.rss AS "workerRssBytes", live.spooled
FROM live`;
