import { setTimeout as delay } from 'node:timers/promises';
import { SECOND_MS } from '@/lib/units/clock';
import type { RedisBinary } from '../launch/queue.mjs';
import { FAULTS, type FaultName, planFaults } from './faultPlan';
import { awaitRecovery, countSpooled } from './rig/awaitRecovery';
import { inflictFault } from './rig/inflictFault';
import { readDump, readSample } from './rig/readDatabase';
import { type City, startCity } from './rig/startCity';
import { watchCity } from './rig/watchCity';
import type { InflictedFault, RunRecord } from './runRecord';

export interface RunOptions {
  root: string;
  /** An empty directory. */
  dir: string;
  seed: number;
  /** Between the first stored answer and the last fault's end, about. */
  durationS: number;
  /** null: the queue lives in Postgres. */
  redis: RedisBinary | null;
  buildDir: string | null;
  onEvent(words: string): void;
}

const CADENCE_S = 2;
const WORKERS = 2;
const START_WITHIN_MS = 90 * SECOND_MS;

/** Runs a city, does to it what the seed says, and returns all that is known of it afterwards. */
export async function runFaults(options: RunOptions): Promise<RunRecord> {
  const { seed, durationS, onEvent } = options;
  const city = await startCity({
    ...options,
    cadenceS: CADENCE_S,
    workers: WORKERS,
    onFall: (name, how) => onEvent(`${name} ended (${how})`),
  });
  try {
    await firstAnswerStored(city);
    const watch = watchCity(city);
    const faults = await inflictAll(city, options);
    onEvent('no more faults');
    const recovery = await awaitRecovery(city, WORKERS);
    await watch.stop();
    await stopWriters(city);
    return {
      cadenceMs: CADENCE_S * SECOND_MS,
      answers: city.feed.ledger(),
      ...{ faults, recovery },
      samples: watch.samples,
      readiness: watch.readiness,
      spooled: await countSpooled(city),
      database: await readDump(city.databaseUrl, city.systemId),
    };
  } finally {
    onEvent(`run of ${durationS} s with seed ${seed} is over`);
    await city.stop();
  }
}

async function firstAnswerStored({ databaseUrl, systemId }: City): Promise<void> {
  const deadlineMs = Date.now() + START_WITHIN_MS;
  while (Date.now() < deadlineMs) {
    if (await readSample(databaseUrl, systemId)) return;
    await delay(250);
  }
  throw new Error(`Nothing was stored within ${START_WITHIN_MS / SECOND_MS} s of the start`);
}

/** Each fault at its time, whether or not the one before is over. */
async function inflictAll(city: City, options: RunOptions): Promise<InflictedFault[]> {
  const { seed, durationS, redis, buildDir, onEvent } = options;
  const isPossible: Partial<Record<FaultName, boolean>> = {
    killQueue: redis !== null,
    flushQueue: redis !== null,
    queueHangs: redis !== null,
    killWeb: buildDir !== null,
  };
  const faults = FAULTS.filter((fault) => isPossible[fault] ?? true);
  const plan = planFaults({ seed, durationS, workers: WORKERS, faults });
  const startedMs = Date.now();
  const done = await Promise.allSettled(
    plan.map(async (planned) => {
      await delay(startedMs + planned.atS * SECOND_MS - Date.now());
      onEvent(`${planned.fault}${planned.lastsS ? ` for ${planned.lastsS} s` : ''}`);
      return inflictFault(city, planned);
    }),
  );
  // Only when none is under way any more may the city be stopped.
  return done.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** The workers end what they have begun; after them nobody writes. */
async function stopWriters({ services }: City): Promise<void> {
  const writers = [...services].filter(([name]) => name.startsWith('worker') || name === 'web');
  for (const [name, service] of writers) {
    await service.stop();
    services.delete(name);
  }
}
