import type { Env } from '@/lib/env/env';
import { SECOND_MS } from '@/lib/units/clock';
import type { JobDefinition } from './jobDefinition';
import { jobOptions } from './jobOptions';
import type { JobQueue } from './queueBackend';

/** A scheduler whose next run lies this far back is stuck: its job was lost. */
const OVERDUE_MS = 90 * SECOND_MS;

/** Writes the job's schedule under its own name, whatever was there: the code is what counts. */
export async function upsertSchedule(queue: JobQueue, job: JobDefinition, env: Env): Promise<void> {
  await queue.upsertJobScheduler(
    job.name,
    { pattern: patternOf(job, env), tz: 'UTC' },
    { name: job.name, data: {}, opts: jobOptions(job) },
  );
}

/**
 * Writes the schedule again where it was lost or got stuck: a Redis that was emptied, or restored
 * from an old file, has forgotten it. A healthy one is left alone, so that no tick is skipped.
 *
 * @returns whether it had to be mended
 */
export async function mendSchedule(
  queue: JobQueue,
  job: JobDefinition,
  env: Env,
  nowAt: Date,
): Promise<boolean> {
  const found = await queue.getJobScheduler(job.name);
  const isHealthy =
    found?.pattern === patternOf(job, env) && (found.next ?? 0) > nowAt.getTime() - OVERDUE_MS;
  if (isHealthy) return false;
  await upsertSchedule(queue, job, env);
  return true;
}

function patternOf({ schedule }: JobDefinition, env: Env): string {
  return typeof schedule === 'string' ? schedule : schedule(env);
}
