import type { JobSchedulerJson } from 'bullmq';
import { enqueueJob, queueName } from './enqueue';
import type { JobDefinition } from './jobDefinition';
import { type JobName, QUEUE_NAMES, type QueueName } from './jobName';
import { type JobQueue, openQueueBackend } from './queueBackend';

/** A job as people see it: what it is called, and when it comes next. */
export interface ListedJob {
  job: JobName;
  queue: QueueName;
  /** Cron in UTC, five fields or six with seconds first; null where configuration alone knows. */
  pattern: string | null;
  /** null: the queue holds no schedule for it, or is away. */
  nextAt: Date | null;
}

export interface Producer {
  /**
   * Asks for a run of a job now, by whichever worker is free.
   *
   * @throws when the queue's server is away: the person is told at once
   */
  runNow(name: JobName, payload?: object): Promise<void>;
  /** The job of that name, or null: the door for names that come from outside. */
  findJob(name: string): Promise<JobName | null>;
  /** Every job there is; `isQueueAway` where nobody can tell when they come. Never throws. */
  listJobs(): Promise<{ jobs: ListedJob[]; isQueueAway: boolean }>;
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
  const queues = new Map<QueueName, Promise<JobQueue>>();

  // Handlers bring the whole ingest with them, which a web process needs only now.
  const readRegistry = async (): Promise<Readonly<Record<JobName, JobDefinition>>> =>
    (await import('../registry')).registry;

  function queueOf({ queue: name }: JobDefinition): Promise<JobQueue> {
    const known = queues.get(name);
    if (known) return known;
    const opened = openQueue(queueName(config.systemId, name));
    queues.set(name, opened);
    // On Postgres an object whose first contact failed never recovers: the next ask makes another.
    opened.catch(() => queues.delete(name));
    return opened;
  }

  async function openQueue(name: string): Promise<JobQueue> {
    const queue = backend.openQueue(name, config.onError);
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      await queue.close();
      throw error;
    }
  }

  return {
    async runNow(name, payload) {
      const job = (await readRegistry())[name];
      await backend.ping();
      await enqueueJob(await queueOf(job), job, payload ?? job.payloadNow ?? {});
    },
    async findJob(name) {
      const jobs = Object.values(await readRegistry());
      return jobs.find((job) => job.name === name)?.name ?? null;
    },
    async listJobs() {
      const jobs = Object.values(await readRegistry());
      const listed = async (job: JobDefinition): Promise<ListedJob> => {
        const found = await (await queueOf(job)).getJobScheduler(job.name);
        return { ...unscheduled(job), ...scheduleOf(found) };
      };
      try {
        await backend.ping();
        return { jobs: await Promise.all(jobs.map(listed)), isQueueAway: false };
      } catch (error) {
        config.onError(error as Error);
        return { jobs: jobs.map(unscheduled), isQueueAway: true };
      }
    },
    ping: () => backend.ping(),
    async close() {
      const opened = await Promise.allSettled(QUEUE_NAMES.map((name) => queues.get(name)));
      await Promise.all(
        opened.map((queue) => (queue.status === 'fulfilled' ? queue.value?.close() : undefined)),
      );
    },
  };
}

function unscheduled({ name, queue, schedule }: JobDefinition): ListedJob {
  const pattern = typeof schedule === 'string' ? schedule : null;
  return { job: name, queue, pattern, nextAt: null };
}

function scheduleOf(found: JobSchedulerJson | undefined): Partial<ListedJob> {
  if (!found?.next) return {};
  return { nextAt: new Date(found.next), ...(found.pattern && { pattern: found.pattern }) };
}
