import type { Anomaly } from '@/lib/stations/cityColumns';
import type { FeedName } from '@/lib/stations/fetchRecord';

/** One look at a job. Instants are epoch seconds, so that the report travels as JSON. */
export interface JobRunSeen {
  startedAt: number;
  /** null where somebody asked. */
  dueAt: number | null;
  durationMs: number;
  outcome: 'done' | 'failed' | 'paused';
  message: string | null;
}

export type JobHealth =
  /** A person stopped its schedule. */
  | 'paused'
  /** The queue holds no schedule: the configuration gives it nothing to do. */
  | 'off'
  /** Its time came and nothing ran. */
  | 'late'
  /** The last run, or the last fetch of its feed, failed. */
  | 'failing'
  /** Never ran, and its time has not come. */
  | 'waiting'
  | 'ok';

export interface JobReport {
  job: string;
  queue: string;
  /** Cron in UTC; null: not scheduled. */
  pattern: string | null;
  nextAt: number | null;
  health: JobHealth;
  /** When it should have run last; null unless late. */
  dueAt: number | null;
  paused: { sinceAt: number; by: string } | null;
  /** Newest first, some fifty at most. */
  runs: JobRunSeen[];
  day: JobDay;
  /** Of the feed that the job reads; null for jobs that read none. */
  feed: FeedHealth | null;
}

/** The last 24 hours of a job. */
export interface JobDay {
  done: number;
  failed: number;
  paused: number;
  /** Times that passed without a run, between runs that there were. */
  missed: number;
  /** Of runs that did something; null without any. */
  medianMs: number | null;
  p95Ms: number | null;
}

export interface FeedHealth {
  feed: FeedName;
  last: FetchSeen;
  /** When an answer was last good; null within what is kept. */
  goodAt: number | null;
  /** Of the last 24 hours, most frequent first. */
  counts: FetchCount[];
}

export interface FetchSeen {
  startedAt: number;
  durationMs: number;
  source: string;
  httpStatus: number | null;
  bytes: number;
  attempts: number;
  outcome: string;
  reason: string | null;
  message: string | null;
  stationsSeen: number;
  stationsChanged: number;
  /** Seconds by which the feed's reports were behind; null: it does not say. */
  feedLagS: number | null;
  /** Entries left out, by reason. */
  skipped: Record<string, number>;
}

export interface FetchCount {
  source: string;
  outcome: string;
  reason: string | null;
  fetches: number;
}

/** Something odd about a feed, with the stations concerned where they are known one by one. */
export interface AnomalyReport extends Anomaly {
  feed: string;
  /** The first of them, some fifty at most. */
  stations: ConcernedStation[];
}

export interface ConcernedStation {
  stationId: string;
  /** null: nothing describes it, so that no map shows it. */
  name: string | null;
  code: string | null;
  lastReportedAt: number | null;
}

/** Everything that /admin/feeds shows. */
export interface FeedsReport {
  /** The server's present. */
  nowS: number;
  isQueueAway: boolean;
  /** The newest sign of life of any worker; null: never. */
  workerBeatAt: number | null;
  workers: number;
  /** Fetches that wait on workers' disks for the database. */
  spooled: number;
  jobs: JobReport[];
  anomalies: AnomalyReport[];
}
