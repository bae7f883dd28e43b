import { MINUTE_MS, SECOND_MS } from '@/lib/units/clock';
import type { JobHealth, JobReport } from './feedsReport';
import { dueBefore } from './jobSchedule';

/** A run this far behind its time is late; the queue mends a lost schedule within less. */
const LATE_AFTER_MS = 1.5 * MINUTE_MS;

export type JobFacts = Pick<JobReport, 'pattern' | 'nextAt' | 'paused' | 'runs' | 'feed'> & {
  isQueueAway: boolean;
};

/**
 * How a job is, gravest first, and when it should have run where it did not.
 *
 * @param nowAt the server's present
 */
export function judgeJob(job: JobFacts, nowAt: Date): { health: JobHealth; dueAt: number | null } {
  const healthOnly = (health: JobHealth) => ({ health, dueAt: null });
  if (job.paused) return healthOnly('paused');
  if (job.nextAt === null && !job.isQueueAway) return healthOnly('off');
  const missedAt = job.pattern ? missedSince(job.pattern, job.runs[0]?.startedAt, nowAt) : null;
  if (missedAt) return { health: 'late', dueAt: missedAt.getTime() / SECOND_MS };
  const last = job.runs.find((run) => run.outcome !== 'paused');
  if (!last) return healthOnly('waiting');
  const isRefused = job.feed?.last.outcome === 'failed' || job.feed?.last.outcome === 'refused';
  return healthOnly(last.outcome === 'failed' || isRefused ? 'failing' : 'ok');
}

/** The last time that a run was due and none came; null where all is in order or nothing ever ran. */
function missedSince(pattern: string, lastStartedAt: number | undefined, nowAt: Date): Date | null {
  if (lastStartedAt === undefined) return null;
  const dueAt = dueBefore(pattern, new Date(nowAt.getTime() - LATE_AFTER_MS));
  // A worker's clock and the queue's may differ by a little.
  return lastStartedAt * SECOND_MS < dueAt.getTime() - SECOND_MS ? dueAt : null;
}
