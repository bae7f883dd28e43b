import { Counter, Gauge, type Registry } from 'prom-client';
import { createArchiveStore } from '@/lib/archive/archiveStore';
import type { Database } from '@/lib/db/database';
import { readMetricRows } from './metricsStore';

/**
 * What workers did and how the feeds are, read from the database: so any web process can tell it for
 * all workers on all machines, and nothing has to reach them. Counters never fall, also when old runs
 * are deleted or a worker starts anew.
 *
 * @throws when the database is away
 */
export async function addDatabaseMetrics(
  registers: Registry[],
  { db, systemId, nowAt }: { db: Database; systemId: string; nowAt: Date },
): Promise<void> {
  const [rows, dueHours] = await Promise.all([
    readMetricRows(db, systemId),
    createArchiveStore(db).dueHours(systemId, nowAt),
  ]);
  addJobs(registers, rows);
  addFeeds(registers, rows);
  const gauge = gaugeIn(registers);
  gauge('limelight_workers', 'Workers that gave a sign of life within a minute.', rows.workers);
  gauge('limelight_worker_beat_timestamp_seconds', 'Newest sign of life.', rows.beatAt);
  gauge(
    'limelight_worker_resident_memory_bytes',
    'Memory of the largest worker that lives.',
    rows.workerRssBytes,
  );
  gauge(
    'limelight_spooled_fetches',
    'Fetches on the fullest disk of a worker that wait for the database.',
    rows.spooled,
  );
  gauge(
    'limelight_archive_hours_pending',
    'Whole hours that are due and not in the archive.',
    dueHours.length,
  );
}

type Rows = Awaited<ReturnType<typeof readMetricRows>>;

function addJobs(registers: Registry[], { jobs, lastDone, pauses }: Rows): void {
  const labelNames = ['job', 'outcome'] as const;
  const runs = new Counter({
    ...{ name: 'limelight_job_runs_total', help: 'Runs of jobs.' },
    ...{ labelNames, registers },
  });
  const seconds = new Counter({
    ...{ name: 'limelight_job_run_seconds_total', help: 'Time that runs of jobs took together.' },
    ...{ labelNames, registers },
  });
  for (const { job, outcome, ...tally } of jobs) {
    runs.inc({ job, outcome }, tally.runs);
    seconds.inc({ job, outcome }, tally.durationMs / 1_000);
  }
  const doneAt = new Gauge({
    name: 'limelight_job_last_done_timestamp_seconds',
    help: 'When a run of the job that succeeded last began.',
    ...{ labelNames: ['job'] as const, registers },
  });
  for (const { job, at } of lastDone) doneAt.set({ job }, at);
  const paused = new Gauge({
    ...{ name: 'limelight_job_paused', help: '1 while a person has paused the job.' },
    ...{ labelNames: ['job'] as const, registers },
  });
  for (const { job } of lastDone) paused.set({ job }, 0);
  for (const { job } of pauses) paused.set({ job }, 1);
}

function addFeeds(registers: Registry[], { fetches, feed, anomalies, fetchLags }: Rows): void {
  const fetched = new Counter({
    name: 'limelight_feed_fetches_total',
    help: 'Fetches of feeds; reason is empty where nothing was wrong.',
    ...{ labelNames: ['feed', 'source', 'outcome', 'reason'] as const, registers },
  });
  for (const { fetches: count, ...labels } of fetches) fetched.inc(labels, count);
  const lag = new Gauge({
    name: 'limelight_feed_lag_seconds',
    help: 'How far the median report was behind at the last fetch.',
    ...{ labelNames: ['feed'] as const, registers },
  });
  for (const { feed: name, lagS } of fetchLags) lag.set({ feed: name }, lagS);
  const odd = new Gauge({
    name: 'limelight_feed_anomaly',
    help: 'What is odd about a feed now: stations, or seconds for lagging and wentBack.',
    ...{ labelNames: ['feed', 'kind'] as const, registers },
  });
  for (const { feed: name, kind, count } of anomalies) odd.set({ feed: name, kind }, count);
  const gauge = gaugeIn(registers);
  gauge(
    'limelight_snapshot_stored_timestamp_seconds',
    'When the newest stored snapshot was fetched.',
    feed.fetchedAt,
  );
  gauge(
    'limelight_feed_checked_timestamp_seconds',
    'When a source last answered with valid data.',
    feed.checkedAt,
  );
  gauge('limelight_feed_failures', 'Failed or refused status fetches in a row.', feed.failures);
}

/** Sets a gauge without labels; what is not known is not told. */
function gaugeIn(registers: Registry[]) {
  return (name: string, help: string, value: number | null): void => {
    if (value !== null) new Gauge({ name, help, registers }).set(value);
  };
}
