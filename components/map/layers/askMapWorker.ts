import type { MercatorPoints } from '../canvas/mercator';
import type { ClusterRule } from './clusterLevels';
import type { ClusterLevels } from './clustersAt';
import type { MapWorkerAnswer, MapWorkerQuestion } from './mapWorkerMessages';
import type { ServiceAreas } from './serviceAreas';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** @throws when the browser has no workers, or this one broke */
export function askForClusters(points: MercatorPoints, rule: ClusterRule): Promise<ClusterLevels> {
  return ask({ id: nextId(), kind: 'clusters', points, rule }) as Promise<ClusterLevels>;
}

/**
 * @param reach Mercator units, > 0
 * @throws when the browser has no workers, or this one broke
 */
export function askForAreas(points: MercatorPoints, reach: number): Promise<ServiceAreas> {
  return ask({ id: nextId(), kind: 'areas', points, reach }) as Promise<ServiceAreas>;
}

function nextId(): number {
  asked += 1;
  return asked;
}

/** One worker a page, started at the first question and kept. */
async function ask(question: MapWorkerQuestion): Promise<unknown> {
  worker ??= start();
  const current = worker;
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    current.postMessage(question);
  });
}

function start(): Worker {
  const started = new Worker(new URL('./mapWorker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<MapWorkerAnswer>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.failure === undefined) asker?.resolve(data.result);
    else asker?.reject(new Error(data.failure));
  });
  started.addEventListener('error', () => {
    // The next question starts another.
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error('The map’s worker broke'));
    waiting.clear();
  });
  return started;
}
