import type { JobDefinition } from './jobDefinition';
import { jobOptions } from './jobOptions';
import type { JobQueue } from './queueBackend';

/**
 * Asks for a run. While one that was asked for waits or runs, asking again changes nothing.
 *
 * @param afterMs how long it waits before it may run; 0: not at all
 * @throws when the queue's server is away
 */
export async function enqueueJob(
  queue: JobQueue,
  job: JobDefinition,
  payload: object,
  afterMs = 0,
): Promise<void> {
  await queue.add(job.name, payload, {
    ...jobOptions(job),
    delay: afterMs,
    deduplication: { id: job.name },
  });
}

/** One city's queues: workers of another city on the same server never see its jobs. */
export function queueName(systemId: string, queue: JobDefinition['queue']): string {
  return `limelight-${systemId}-${queue}`;
}
