import type { Database } from '@/lib/db/database';
import type { FeedName } from '@/lib/stations/fetchRecord';
import { type Clock, DAY_MS, SECOND_MS } from '@/lib/units/clock';
import { readConcerned } from './concernedStore';
import type { AnomalyReport, FeedsReport, JobDay, JobReport } from './feedsReport';
import { type JobHistory, readFeedHealth, readFeedsState, readJobHistory } from './feedsStore';
import { periodS } from './jobSchedule';
import { judgeJob } from './judgeJob';
import { readPauses } from './pauseStore';

/** A job as the queue's producer lists it. */
interface Scheduled {
  job: string;
  queue: string;
  pattern: string | null;
  nextAt: Date | null;
}

export interface FeedsReportDeps {
  db: Database;
  systemId: string;
  clock: Clock;
  listJobs(): Promise<{ jobs: Scheduled[]; isQueueAway: boolean }>;
}

/** The feed that a job reads. */
const FEED_OF_JOB: Readonly<Record<string, FeedName>> = {
  'fetch-availability': 'status',
  'fetch-stations': 'stations',
  'fetch-vehicles': 'vehicles',
  'fetch-districts': 'districts',
};

const NOTHING_TODAY: JobDay = {
  done: 0,
  failed: 0,
  paused: 0,
  missed: 0,
  medianMs: null,
  p95Ms: null,
};

/**
 * How every job and feed is doing.
 *
 * @throws when the database is away; an absent queue is part of the answer
 */
export async function makeFeedsReport(deps: FeedsReportDeps): Promise<FeedsReport> {
  const { db, systemId, clock } = deps;
  const { jobs, isQueueAway } = await deps.listJobs();
  const nowAt = clock();
  const periods = new Map(
    jobs.map(({ job, pattern }) => [job, pattern ? periodS(pattern, nowAt) : DAY_MS / SECOND_MS]),
  );
  const [history, feeds, state, pauses, concerned] = await Promise.all([
    readJobHistory(db, systemId, periods),
    readFeedHealth(db, systemId),
    readFeedsState(db, systemId),
    readPauses(db, systemId),
    readConcerned(db, systemId),
  ]);
  const { anomalies, ...workers } = state;
  const report = (scheduled: Scheduled): JobReport => {
    const pause = pauses.find(({ job }) => job === scheduled.job);
    const feedName = FEED_OF_JOB[scheduled.job];
    const facts = {
      ...scheduled,
      ...historyOf(history, scheduled.job),
      nextAt: scheduled.nextAt && epochS(scheduled.nextAt),
      paused: pause ? { sinceAt: epochS(pause.pausedAt), by: pause.pausedBy } : null,
      feed: (feedName && feeds.get(feedName)) ?? null,
    };
    return { ...facts, ...judgeJob({ ...facts, isQueueAway }, nowAt) };
  };
  return {
    ...{ nowS: epochS(nowAt), isQueueAway, ...workers },
    jobs: jobs.map(report),
    anomalies: Object.entries(anomalies).flatMap(([feed, found]) =>
      found.map((anomaly): AnomalyReport => {
        return { ...anomaly, feed, stations: concerned.get(anomaly.kind) ?? [] };
      }),
    ),
  };
}

function historyOf({ runs, day }: JobHistory, job: string): Pick<JobReport, 'runs' | 'day'> {
  return { runs: runs.get(job) ?? [], day: day.get(job) ?? NOTHING_TODAY };
}

function epochS(at: Date): number {
  return at.getTime() / SECOND_MS;
}
