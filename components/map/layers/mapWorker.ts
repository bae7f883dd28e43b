/**
 * Geometry that takes longer than a frame, off the page's own thread. Run as a module worker by
 * askMapWorker; what is rarely asked for is loaded when it is.
 */
import { clusterLevels } from './clusterLevels';
import type { MapWorkerAnswer, MapWorkerQuestion } from './mapWorkerMessages';

async function answer(question: MapWorkerQuestion): Promise<MapWorkerAnswer['result']> {
  if (question.kind === 'clusters') return clusterLevels(question.points, question.rule);
  const { serviceAreas } = await import('./serviceAreas');
  return serviceAreas(question.points, question.reach);
}

self.addEventListener('message', ({ data }: MessageEvent<MapWorkerQuestion>) => {
  answer(data).then(
    (result) => self.postMessage({ id: data.id, result } as MapWorkerAnswer),
    (error: unknown) => self.postMessage({ id: data.id, failure: String(error) }),
  );
});
