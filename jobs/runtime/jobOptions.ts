import type { JobDefinition } from './jobDefinition';

/** BullMQ's options of a job. Runs are kept in job_run; the queue keeps just a few to look into. */
export function jobOptions({ options }: JobDefinition) {
  return {
    attempts: options.attempts,
    backoff: { type: 'exponential', delay: options.backoffMs },
    removeOnComplete: { count: 100 },
    removeOnFail: { count: 100 },
  };
}
