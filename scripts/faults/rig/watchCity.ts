import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseSample, ReadinessSample } from '../runRecord';
import { readSample } from './readDatabase';
import type { City } from './startCity';

const SAMPLE_EVERY_MS = 400;
const ASK_EVERY_MS = 700;

export interface Watch {
  samples: DatabaseSample[];
  readiness: ReadinessSample[];
  stop(): Promise<void>;
}

/** Looks into the database and asks the web process, again and again, until it is stopped. */
export function watchCity(city: City): Watch {
  const samples: DatabaseSample[] = [];
  const readiness: ReadinessSample[] = [];
  const ending = new AbortController();
  const { signal } = ending;
  const watching = [
    repeat(signal, SAMPLE_EVERY_MS, async () => {
      const sample = await readSample(city.databaseUrl, city.systemId);
      if (sample) samples.push(sample);
    }),
    repeat(signal, ASK_EVERY_MS, async () => {
      const answer = await askReadiness(city.webUrl);
      if (answer) readiness.push(answer);
    }),
  ];
  return {
    samples,
    readiness,
    async stop() {
      ending.abort();
      await Promise.all(watching);
    },
  };
}

/** @returns null where there is no web process @throws when it does not answer */
export async function askReadiness(webUrl: string | null): Promise<ReadinessSample | null> {
  if (!webUrl) return null;
  const askedMs = Date.now();
  const answer = await fetch(`${webUrl}/api/ready`, { signal: AbortSignal.timeout(8_000) });
  const { dataAgeS } = (await answer.json()) as { dataAgeS: number | null };
  return { askedMs, answeredMs: Date.now(), isReady: answer.ok, dataAgeS };
}

async function repeat(signal: AbortSignal, everyMs: number, look: () => Promise<void>) {
  while (!signal.aborted) {
    // Servers that do not answer are what this run is about: the next look comes anyway.
    await look().catch(() => {});
    await delay(everyMs, undefined, { signal }).catch(() => {});
  }
}
