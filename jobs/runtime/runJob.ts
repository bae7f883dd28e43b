import { randomUUID } from 'node:crypto';
import { describeError } from '@/lib/errors/describeError';
import { withLogScope } from '@/lib/log/logScope';
import type { JobContext } from './jobContext';
import type { JobDefinition, JobResult } from './jobDefinition';
import { type JobRun, recordRun } from './workerStore';

/**
 * Runs one job once, whoever asked: the queue, the fallback tick, or a person. Leaves a line in
 * the log and a row in job_run; every line written meanwhile names the job, its id and this run.
 * A schedule that a person paused does nothing, whoever asks by hand is served.
 *
 * @param jobId the queue's id, for the log
 * @param dueAt when the schedule wanted it; null where somebody asked
 * @throws what the handler throws, or ZodError when the payload does not fit
 */
export async function runJob(
  context: JobContext,
  definition: JobDefinition,
  payload: unknown,
  jobId: string,
  dueAt: Date | null = null,
): Promise<JobResult> {
  const runId = randomUUID().slice(0, 8);
  return withLogScope({ job: definition.name, jobId, runId }, () =>
    runOnce(context, definition, payload, dueAt),
  );
}

async function runOnce(
  context: JobContext,
  definition: JobDefinition,
  payload: unknown,
  dueAt: Date | null,
): Promise<JobResult> {
  const { log } = context;
  const startedAt = context.clock();
  const finish = (outcome: JobRun['outcome'], message: string | null) =>
    keepRun(context, { job: definition.name, dueAt, startedAt, outcome, message });
  if (!definition.isEnabled(context)) return { outcome: 'skipped', why: 'notConfigured' };
  if (dueAt && (await context.isPaused(definition.name))) {
    await finish('paused', null);
    return { outcome: 'skipped', why: 'paused' };
  }
  try {
    const result = await definition.run(context, payload ?? {});
    const durationMs = await finish('done', null);
    log.info({ durationMs, result }, 'done');
    return result;
  } catch (error) {
    await finish('failed', describeError(error));
    log.error({ error }, 'failed');
    throw error;
  }
}

/**
 * Notes what came of a run. Never throws.
 *
 * @returns how long the run took, milliseconds
 */
export async function keepRun(
  {
    clock,
    log,
    pool,
    systemId,
    workerId,
  }: Pick<JobContext, 'clock' | 'log' | 'pool' | 'systemId' | 'workerId'>,
  run: Omit<JobRun, 'systemId' | 'workerId' | 'durationMs'>,
): Promise<number> {
  const durationMs = clock().getTime() - run.startedAt.getTime();
  // The run itself counts, not its trace: while Postgres is away there is none.
  await recordRun(pool, { ...run, systemId, workerId, durationMs }).catch((error) =>
    log.warn({ reason: describeError(error) }, 'the run is not recorded'),
  );
  return durationMs;
}
