import { enqueueJob, queueName } from './enqueue';
import type { JobDefinition } from './jobDefinition';
import { type JobName, QUEUE_NAMES, type QueueName } from './jobName';
import { type JobQueue, openQueueBackend } from './queueBackend';

export interface Producer {
  /**
   * Asks for a run of a job now, by whichever worker is free.
   *
   * @throws when the queue's server is away: the person is told at once
   */
  runNow(name: JobName, payload?: object): Promise<void>;
  /** @throws when the queue's server does not answer within a few seconds */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The one thing `app` takes from `jobs`: asking for work now. Connects at the first request, fails
 * fast, runs nothing itself.
 */
export function createProducer(config: {
  redisUrl: string | undefined;
  databaseUrl: string;
  systemId: string;
  onError(error: Error): void;
}): Producer {
  const backend = openQueueBackend(config);
  const queues = new Map<QueueName, JobQueue>();

  async function queueOf(job: JobDefinition): Promise<JobQueue> {
    await backend.ping();
    const known = queues.get(job.queue);
    if (known) return known;
    const queue = backend.openQueue(queueName(config.systemId, job.queue), config.onError);
    queues.set(job.queue, queue);
    await queue.waitUntilReady();
    return queue;
  }

  return {
    async runNow(name, payload) {
      // Handlers bring the whole ingest with them, which a web process needs only now.
      const { registry } = await import('../registry');
      const job: JobDefinition = registry[name];
      await enqueueJob(await queueOf(job), job, payload ?? job.payloadNow ?? {});
    },
    ping: () => backend.ping(),
    async close() {
      await Promise.all(QUEUE_NAMES.map((name) => queues.get(name)?.close()));
    },
  };
}
