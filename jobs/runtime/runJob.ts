import { describeError } from '@/lib/errors/describeError';
import type { JobContext } from './jobContext';
import type { JobDefinition, JobResult } from './jobDefinition';
import { recordRun } from './workerStore';

/**
 * Runs one job once, whoever asked: the queue, the fallback tick, or a person. Leaves a line in
 * the log and a row in job_run.
 *
 * @param jobId the queue's id, for the log
 * @throws what the handler throws, or ZodError when the payload does not fit
 */
export async function runJob(
  context: JobContext,
  definition: JobDefinition,
  payload: unknown,
  jobId: string,
): Promise<JobResult> {
  const log = context.log.child({ job: definition.name, jobId });
  const startedAt = context.clock();
  const finish = async (outcome: 'done' | 'failed', message: string | null) => {
    const durationMs = context.clock().getTime() - startedAt.getTime();
    const run = { job: definition.name, startedAt, durationMs, outcome, message };
    // The run itself counts, not its trace: while Postgres is away there is none.
    await recordRun(context.pool, context.workerId, run).catch((error) =>
      log.warn({ reason: describeError(error) }, 'the run is not recorded'),
    );
    return durationMs;
  };
  try {
    if (!definition.isEnabled(context)) return { outcome: 'skipped', why: 'notConfigured' };
    const result = await definition.run({ ...context, log }, payload ?? {});
    const durationMs = await finish('done', null);
    log.info({ durationMs, result }, 'done');
    return result;
  } catch (error) {
    await finish('failed', describeError(error));
    log.error({ error }, 'failed');
    throw error;
  }
}
