import { describeError } from '@/lib/errors/describeError';
import type { Log } from '@/lib/log/log';
import { SECOND_MS } from '@/lib/units/clock';
import { type Connected, connectWhenPossible, type WorkersDeps } from './connectQueues';
import { enqueueJob } from './enqueue';
import type { JobDefinition } from './jobDefinition';
import type { QueueName } from './jobName';
import type { JobQueue } from './queueBackend';
import { mendSchedule, upsertSchedule } from './schedulers';

const MEND_EVERY_MS = 30 * SECOND_MS;
export interface Workers {
  /** @throws when the queue's server is away, or was never reached */
  enqueue(job: JobDefinition, payload: object): Promise<void>;
  /** Resolves when the queue was reached for the first time and the schedules are written. */
  ready: Promise<void>;
  /** Waits for the jobs under way. */
  close(): Promise<void>;
}

/**
 * Connects to the queue, now or whenever its server comes: queues, schedules, what is due at
 * start, workers. Then looks after the schedules for as long as the process lives.
 */
export function startWorkers(deps: WorkersDeps): Workers {
  const { context, jobs } = deps;
  const stop = new AbortController();
  let connected: Connected | null = null;
  let mending: NodeJS.Timeout | undefined;

  async function start(): Promise<void> {
    connected = await connectWhenPossible(deps, stop.signal);
    if (!connected) return;
    const { queues } = connected;
    context.log.info({ queue: deps.backend.kind }, 'the queue is there');
    await attempt(context.log, 'schedules are not written yet', () => writeSchedules(deps, queues));
    await enqueueDue(deps, queues);
    mending = setInterval(() => {
      void attempt(context.log, 'schedules cannot be checked', () => mend(deps, queues));
    }, MEND_EVERY_MS);
  }

  const ready = start();
  // Whoever awaits `ready` hears of it; nobody has to.
  ready.catch((error) => context.log.error({ error }, 'the queue cannot be used'));
  return {
    ready,
    async enqueue(job, payload) {
      if (!connected) throw new Error('The queue is not connected yet');
      if (!jobs.includes(job)) throw new Error(`${job.name} has nothing to do here`);
      await enqueueJob(connected.queues[job.queue], job, payload, job.options.followsAfterMs);
    },
    async close() {
      stop.abort();
      clearInterval(mending);
      await ready.catch(() => {});
      await Promise.all(connected?.workers.map((worker) => worker.close()) ?? []);
      await Promise.all(Object.values(connected?.queues ?? {}).map((queue) => queue.close()));
    },
  };
}

async function writeSchedules(
  { context, jobs }: WorkersDeps,
  queues: Record<QueueName, JobQueue>,
): Promise<void> {
  for (const job of jobs)
    if (job.isEnabled(context)) await upsertSchedule(queues[job.queue], job, context.env);
    else await queues[job.queue].removeJobScheduler(job.name);
}

async function mend(
  { context, jobs }: WorkersDeps,
  queues: Record<QueueName, JobQueue>,
): Promise<void> {
  for (const job of jobs)
    if (
      job.isEnabled(context) &&
      (await mendSchedule(queues[job.queue], job, context.env, context.clock()))
    )
      context.log.warn({ job: job.name }, 'the schedule was lost and is written again');
}

async function enqueueDue(
  { context, jobs }: WorkersDeps,
  queues: Record<QueueName, JobQueue>,
): Promise<void> {
  for (const job of jobs)
    await attempt(context.log, `${job.name} waits for its schedule`, async () => {
      if (!job.isEnabled(context) || (await context.isPaused(job.name))) return;
      if (await job.isDueAtStart(context)) await enqueueJob(queues[job.queue], job, {});
    });
}

/** For what is tried again later in any case. */
async function attempt(log: Log, otherwise: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    log.warn({ reason: describeError(error) }, otherwise);
  }
}
