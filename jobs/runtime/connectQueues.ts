import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Processor } from 'bullmq';
import { describeError } from '@/lib/errors/describeError';
import type { Log } from '@/lib/log/log';
import { warnSparingly } from '@/lib/log/warnSparingly';
import { SECOND_MS } from '@/lib/units/clock';
import { queueName } from './enqueue';
import type { JobContext } from './jobContext';
import type { JobDefinition, JobResult } from './jobDefinition';
import { QUEUE_NAMES, type QueueName } from './jobName';
import type { JobQueue, JobWorker, QueueBackend } from './queueBackend';
import { runJob } from './runJob';

const RETRY_MS = 2 * SECOND_MS;
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

export interface Connected {
  queues: Record<QueueName, JobQueue>;
  workers: JobWorker[];
}

/** Tries until it works. @returns null when told to stop before */
export async function connectWhenPossible(
  deps: WorkersDeps,
  signal: AbortSignal,
): Promise<Connected | null> {
  const { backend, context } = deps;
  while (await waitForServer(backend, context.log, signal)) {
    try {
      return await connect(deps);
    } catch (error) {
      context.log.warn(
        { reason: describeError(error) },
        'the queue went while it was connected to',
      );
      await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  }
  return null;
}

/** All or nothing: on Postgres an object whose first contact failed never recovers. */
async function connect(deps: WorkersDeps): Promise<Connected> {
  const { backend, context } = deps;
  const onError = warnSparingly(context.log, 'the queue does not answer', context.clock);
  const open = (queue: QueueName) => backend.openQueue(queueName(context.systemId, queue), onError);
  const queues = { ingest: open('ingest'), compute: open('compute') };
  const workers = QUEUE_NAMES.map((queue) => {
    const name = queueName(context.systemId, queue);
    const options = { ...WORKER_OPTIONS, concurrency: CONCURRENCY[queue] };
    return backend.openWorker(name, handlerOf(deps), options, onError);
  });
  const all = [...Object.values(queues), ...workers];
  try {
    await Promise.all(all.map((each) => each.waitUntilReady()));
  } catch (error) {
    await Promise.allSettled(all.map((each) => each.close()));
    throw error;
  }
  return { queues, workers };
}

function handlerOf({ context, jobs, onDelivered }: WorkersDeps): Processor<unknown, JobResult> {
  return async (delivered) => {
    const { name, data, id } = delivered;
    const job = jobs.find((candidate) => candidate.name === name);
    if (!job) return { outcome: 'skipped', why: 'unknownJob' };
    onDelivered(job);
    return runJob(context, job, data, id ?? name, dueAtOf(delivered));
  };
}

/** When the schedule wanted the job; null for one that was asked for. */
function dueAtOf({ repeatJobKey, opts }: Pick<Job, 'repeatJobKey' | 'opts'>): Date | null {
  return repeatJobKey && opts.prevMillis ? new Date(opts.prevMillis) : null;
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
