import type { JobDefinition } from './jobDefinition';
import { jobOptions } from './jobOptions';
import type { JobQueue } from './queueBackend';

/**
 * Asks for a run now. While one that was asked for waits or runs, asking again changes nothing.
 *
 * @throws when the queue's server is away
 */
export async function enqueueJob(
  queue: JobQueue,
  job: JobDefinition,
  payload: object,
): Promise<void> {
  await queue.add(job.name, payload, {
    ...jobOptions(job),
    deduplication: { id: job.name },
  });
}

/** One city's queues: workers of another city on the same server never see its jobs. */
export function queueName(systemId: string, queue: JobDefinition['queue']): string {
  return `limelight-${systemId}-${queue}`;
}
