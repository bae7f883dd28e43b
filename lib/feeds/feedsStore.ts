import type { Database } from '@/lib/db/database';
import type { Anomaly } from '@/lib/stations/cityColumns';
import type { FeedName } from '@/lib/stations/fetchRecord';
import type { FeedHealth, FetchCount, FetchSeen, JobDay, JobRunSeen } from './feedsReport';

/** Runs of a job that a page shows. */
const RUNS_SHOWN = 48;

/** What is kept of some jobs' runs. A job that never ran has no entry. */
export interface JobHistory {
  runs: Map<string, JobRunSeen[]>;
  day: Map<string, JobDay>;
}

/**
 * The newest runs of each job, and its last 24 hours in numbers.
 *
 * @param periods seconds between two runs by the job's schedule, by job; a long one where there is none
 */
export async function readJobHistory(
  db: Database,
  systemId: string,
  periods: ReadonlyMap<string, number>,
): Promise<JobHistory> {
  const jobs = [...periods.keys()];
  const [runs, days] = await Promise.all([
    db.query<JobRunSeen & { job: string }>(RUNS_SQL, [systemId, jobs, RUNS_SHOWN]),
    db.query<JobDay & { job: string }>(DAY_SQL, [systemId, jobs, [...periods.values()]]),
  ]);
  const byJob = new Map<string, JobRunSeen[]>();
  for (const { job, ...run } of runs.rows) byJob.set(job, [...(byJob.get(job) ?? []), run]);
  return { runs: byJob, day: new Map(days.rows.map(({ job, ...day }) => [job, day])) };
}

/** How each feed that was ever fetched is doing. */
export async function readFeedHealth(
  db: Database,
  systemId: string,
): Promise<Map<FeedName, FeedHealth>> {
  const [fetches, counts] = await Promise.all([
    db.query<FetchSeen & { feed: FeedName; goodAt: number | null }>(FETCHES_SQL, [systemId]),
    db.query<FetchCount & { feed: FeedName }>(COUNTS_SQL, [systemId]),
  ]);
  return new Map(
    fetches.rows.map(({ feed, goodAt, ...last }) => {
      const own = counts.rows.filter((count) => count.feed === feed);
      return [feed, { feed, last, goodAt, counts: own.map(({ feed: _, ...count }) => count) }];
    }),
  );
}

/** Workers that live, and what the feeds are known to be wrong about, by feed. */
export interface FeedsState {
  workerBeatAt: number | null;
  workers: number;
  spooled: number;
  anomalies: Record<string, Anomaly[]>;
}

export async function readFeedsState(db: Database, systemId: string): Promise<FeedsState> {
  const { rows } = await db.query<FeedsState>(STATE_SQL, [systemId]);
  return rows[0]!;
}

const RUNS_SQL = `
SELECT run.job, extract(epoch FROM run.started_at)::float8 AS "startedAt",
       extract(epoch FROM run.due_at)::float8 AS "dueAt", run.duration_ms AS "durationMs",
       run.outcome, run.message
FROM unnest($2::text[]) AS wanted(job)
CROSS JOIN LATERAL (
  SELECT * FROM job_run r WHERE r.system_id = $1 AND r.job = wanted.job
  ORDER BY r.started_at DESC LIMIT $3
) run
ORDER BY run.job, run.started_at DESC`;

// A time passed without a run where the gap between two runs holds more than one period.
const DAY_SQL = `
WITH day AS (
  SELECT r.*, wanted.period_s,
         extract(epoch FROM started_at - lag(started_at) OVER (
           PARTITION BY r.job ORDER BY started_at)) AS gap_s
  FROM unnest($2::text[], $3::float8[]) AS wanted(job, period_s)
  JOIN job_run r ON r.system_id = $1 AND r.job = wanted.job
    AND r.started_at > now() - interval '1 day'
)
SELECT job, count(*) FILTER (WHERE outcome = 'done')::int AS done,
       count(*) FILTER (WHERE outcome = 'failed')::int AS failed,
       count(*) FILTER (WHERE outcome = 'paused')::int AS paused,
       coalesce(sum(greatest(0, round(gap_s / period_s) - 1)), 0)::int AS missed,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms)
         FILTER (WHERE outcome <> 'paused') AS "medianMs",
       percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms)
         FILTER (WHERE outcome <> 'paused') AS "p95Ms"
FROM day GROUP BY job`;

const FETCHES_SQL = `
SELECT feed.name AS feed, extract(epoch FROM f.started_at)::float8 AS "startedAt",
       f.duration_ms AS "durationMs", f.source, f.http_status AS "httpStatus", f.bytes, f.attempts,
       f.outcome, f.reason, f.message, f.stations_seen AS "stationsSeen",
       f.stations_changed AS "stationsChanged", f.feed_lag_s AS "feedLagS", f.skipped,
       (SELECT extract(epoch FROM g.started_at)::float8 FROM feed_fetch g
        WHERE g.system_id = $1 AND g.feed = feed.name AND g.outcome IN ('stored', 'unchanged')
        ORDER BY g.started_at DESC LIMIT 1) AS "goodAt"
FROM unnest('{status,stations,vehicles,districts,system}'::text[]) AS feed(name)
CROSS JOIN LATERAL (
  SELECT * FROM feed_fetch f WHERE f.system_id = $1 AND f.feed = feed.name
  ORDER BY f.started_at DESC LIMIT 1
) f`;

const COUNTS_SQL = `
SELECT feed, source, outcome, reason, count(*)::int AS fetches
FROM feed_fetch WHERE system_id = $1 AND started_at > now() - interval '1 day'
GROUP BY feed, source, outcome, reason
ORDER BY fetches DESC, source, outcome, reason`;

const STATE_SQL = `
SELECT (SELECT extract(epoch FROM max(beat_at))::float8 FROM worker_beat) AS "workerBeatAt",
       live.workers, live.spooled,
       coalesce((SELECT anomalies FROM feed_state WHERE system_id = $1), '{}') AS anomalies
FROM (SELECT count(*)::int AS workers, coalesce(max(spooled), 0) AS spooled
      FROM worker_beat WHERE beat_at > now() - interval '1 minute') live`;
