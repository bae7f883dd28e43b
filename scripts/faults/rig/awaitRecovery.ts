import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { queueName } from '@/jobs/runtime/enqueue';
import { openQueueBackend } from '@/jobs/runtime/queueBackend';
import type { RecoveryStep } from '../runRecord';
import { countLivingWorkers, readSample } from './readDatabase';
import type { City } from './startCity';
import { askReadiness } from './watchCity';

/** Schedules are looked after every half minute; a program that fell often waits ten seconds. */
export const RECOVER_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 250;
/** Those of the queue `ingest` that every city has. */
const SCHEDULED = ['fetch-availability', 'fetch-stations', 'archive-hour', 'prune-history'];

/** Waits, after the last fault, until everything runs again by itself. */
export async function awaitRecovery(city: City, workers: number): Promise<RecoveryStep[]> {
  const sinceMs = Date.now();
  const steps: [what: string, isSo: () => Promise<boolean>][] = [
    ['a new answer is stored', () => hasStoredSince(city, sinceMs)],
    ['nothing waits on disk', async () => (await countSpooled(city)) === 0],
    [
      `${workers} workers give signs of life`,
      async () => (await countLivingWorkers(city.databaseUrl, sinceMs)) >= workers,
    ],
    ['the schedules are there', () => hasSchedules(city)],
    ['the web is ready', async () => (await askReadiness(city.webUrl))?.isReady ?? true],
  ];
  return Promise.all(
    steps.map(async ([what, isSo]) => ({ what, afterMs: await timeUntil(sinceMs, isSo) })),
  );
}

/** Fetches that wait for Postgres. */
export async function countSpooled({ spoolDir }: City): Promise<number> {
  const names = await readdir(spoolDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []; // none ever waited
    throw error;
  });
  return names.filter((name) => name.endsWith('.gz')).length;
}

async function timeUntil(sinceMs: number, isSo: () => Promise<boolean>): Promise<number | null> {
  while (Date.now() - sinceMs < RECOVER_WITHIN_MS) {
    // Not there yet may mean that the one who is asked does not answer yet.
    if (await isSo().catch(() => false)) return Date.now() - sinceMs;
    await delay(LOOK_EVERY_MS);
  }
  return null;
}

async function hasStoredSince(city: City, sinceMs: number): Promise<boolean> {
  const sample = await readSample(city.databaseUrl, city.systemId);
  return sample?.fetchedMs !== null && (sample?.fetchedMs ?? 0) > sinceMs;
}

async function hasSchedules({ databaseUrl, redisUrl, systemId }: City): Promise<boolean> {
  const backend = openQueueBackend({ databaseUrl, redisUrl });
  await backend.ping();
  const queue = backend.openQueue(queueName(systemId, 'ingest'), () => {});
  try {
    await queue.waitUntilReady();
    const found = await Promise.all(SCHEDULED.map((name) => queue.getJobScheduler(name)));
    return found.every((scheduler) => scheduler !== undefined);
  } finally {
    await queue.close();
  }
}
