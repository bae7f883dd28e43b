import type { DatabaseHandle } from '@/lib/db/database';
import type { Env } from '@/lib/env/env';
import { describeError } from '@/lib/errors/describeError';
import type { Log } from '@/lib/log/log';
import { ensurePartitions } from '@/lib/stations/partitionStore';
import { SECOND_MS } from '@/lib/units/clock';
import { createContext } from './createContext';
import { startFallbackTick } from './fallbackTick';
import type { JobContext } from './jobContext';
import type { JobDefinition } from './jobDefinition';
import type { JobName } from './jobName';
import { openQueueBackend } from './queueBackend';
import { keepRun, runJob } from './runJob';
import { startWorkers, type Workers } from './startWorkers';
import { recordBeat } from './workerStore';

const BEAT_EVERY_MS = 10 * SECOND_MS;

export interface RuntimeDeps {
  env: Env;
  database: DatabaseHandle;
  log: Log;
  jobs: Readonly<Record<JobName, JobDefinition>>;
}

export interface Runtime {
  context: JobContext;
  workers: Workers;
  /** Stops taking work, waits for what is under way, gives everything back but the database. */
  close(): Promise<void>;
}

/**
 * Starts a worker: signs of life, the queue with its schedules and handlers, and the fallback that
 * fetches when the queue is silent. Neither Postgres nor the queue has to be there.
 */
export function startRuntime({ env, database, log, jobs }: RuntimeDeps): Runtime {
  const ending = new AbortController();
  const context = createContext({ env, database, log, enqueue, signal: ending.signal });
  const startedAt = context.clock();
  let fetchDeliveredAt = startedAt;

  const workers = startWorkers({
    context,
    backend: openQueueBackend({ redisUrl: env.REDIS_URL, databaseUrl: env.DATABASE_URL }),
    jobs: Object.values(jobs),
    onDelivered(job) {
      if (job.name === 'fetch-availability') fetchDeliveredAt = context.clock();
    },
  });
  const stopFallback = startFallbackTick({
    context,
    lastDeliveredAt: () => fetchDeliveredAt,
    record: async (run) => {
      await keepRun(context, { job: 'fetch-availability', ...run });
    },
  });

  /** Without a queue the job runs here and now: a missing station matters more than order. */
  async function enqueue(name: JobName, payload: object = {}): Promise<void> {
    try {
      await workers.enqueue(jobs[name], payload);
    } catch (error) {
      log.warn({ job: name, reason: describeError(error) }, 'not queued: run here');
      await runJob(context, jobs[name], payload, 'unqueued').catch(() => {});
    }
  }

  async function beat(): Promise<void> {
    try {
      const { workerId, clock, countSpooled } = context;
      const spooled = await countSpooled();
      const rssBytes = process.memoryUsage.rss();
      await recordBeat(database.pool, { workerId, startedAt, beatAt: clock(), spooled, rssBytes });
    } catch (error) {
      // Pages see the beat age, and every write says the same of Postgres.
      log.debug({ reason: describeError(error) }, 'no beat');
    }
  }
  void beat();
  const beating = setInterval(() => void beat(), BEAT_EVERY_MS);
  // Rows without their partition land in the default one and are moved by prune-history.
  ensurePartitions(database.pool, startedAt).catch((error) =>
    log.warn({ reason: describeError(error) }, 'partitions are not made yet'),
  );

  return {
    context,
    workers,
    async close() {
      ending.abort();
      clearInterval(beating);
      await Promise.all([stopFallback(), workers.close()]);
    },
  };
}
