import type { MercatorPoints } from '../canvas/mercator';
import type { ClusterRule } from './clusterLevels';
import type { ClusterLevels } from './clustersAt';
import type { ServiceAreas } from './serviceAreas';

/** What the page asks its worker. */
export type MapWorkerQuestion = { id: number; points: MercatorPoints } & (
  | { kind: 'clusters'; rule: ClusterRule }
  /** `reach` in Mercator units. */
  | { kind: 'areas'; reach: number }
);

export type MapWorkerAnswer =
  | { id: number; result: ClusterLevels | ServiceAreas; failure?: undefined }
  | { id: number; result?: undefined; failure: string };
