import { setTimeout as sleep } from 'node:timers/promises';
import { describeError } from '@/lib/errors/describeError';
import type { Log } from '@/lib/log/log';
import { warnSparingly } from '@/lib/log/warnSparingly';
import { SECOND_MS } from '@/lib/units/clock';
import { enqueueJob, queueName } from './enqueue';
import type { JobContext } from './jobContext';
import type { JobDefinition } from './jobDefinition';
import { QUEUE_NAMES, type QueueName } from './jobName';
import type { JobQueue, JobWorker, QueueBackend } from './queueBackend';
import { runJob } from './runJob';
import { mendSchedule, upsertSchedule } from './schedulers';

const RETRY_MS = 2 * SECOND_MS;
const MEND_EVERY_MS = 30 * SECOND_MS;
/** Slow work gets one core at most; short work waits for networks. */
const CONCURRENCY: Record<QueueName, number> = { ingest: 5, compute: 1 };
export const WORKER_OPTIONS = {
  // A killed worker's job starts again elsewhere within these two together.
  lockDuration: 20 * SECOND_MS,
  stalledInterval: 10 * SECOND_MS,
  maxStalledCount: 2,
  runRetryDelay: 2 * SECOND_MS,
};

export interface WorkersDeps {
  context: JobContext;
  backend: QueueBackend;
  jobs: readonly JobDefinition[];
  /** Called when the queue delivers a job to this process. */
  onDelivered(job: JobDefinition): void;
}

export interface Workers {
  /** @throws when the queue's server is away, or was never reached */
  enqueue(job: JobDefinition, payload: object): Promise<void>;
  /** Resolves when the queue was reached for the first time and the schedules are written. */
  ready: Promise<void>;
  /** Waits for the jobs under way. */
  close(): Promise<void>;
}

interface Connected {
  queues: Record<QueueName, JobQueue>;
  workers: JobWorker[];
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
    if (!(await waitForServer(deps.backend, context.log, stop.signal))) return;
    connected = await connect(deps);
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
      await enqueueJob(connected.queues[job.queue], job, payload);
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

async function connect({ backend, context, jobs, onDelivered }: WorkersDeps): Promise<Connected> {
  const onError = warnSparingly(context.log, 'the queue does not answer', context.clock);
  const open = (queue: QueueName) => backend.openQueue(queueName(context.systemId, queue), onError);
  const queues = { ingest: open('ingest'), compute: open('compute') };
  const workers = QUEUE_NAMES.map((queue) =>
    backend.openWorker(
      queueName(context.systemId, queue),
      async ({ name, data, id }) => {
        const job = jobs.find((candidate) => candidate.name === name);
        if (!job) return { outcome: 'skipped', why: 'unknownJob' };
        onDelivered(job);
        return runJob(context, job, data, id ?? name);
      },
      { ...WORKER_OPTIONS, concurrency: CONCURRENCY[queue] },
      onError,
    ),
  );
  await Promise.all(QUEUE_NAMES.map((queue) => queues[queue].waitUntilReady()));
  return { queues, workers };
}

async function waitForServer(
  backend: QueueBackend,
  log: Log,
  signal: AbortSignal,
): Promise<boolean> {
  for (let told = false; !signal.aborted; told = true) {
    try {
      await backend.ping();
      return true;
    } catch (error) {
      if (!told) log.warn({ reason: describeError(error) }, 'waiting for the queue');
      await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  }
  return false;
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
      if (job.isEnabled(context) && (await job.isDueAtStart(context)))
        await enqueueJob(queues[job.queue], job, {});
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
