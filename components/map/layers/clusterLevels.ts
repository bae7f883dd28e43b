import { type MercatorPoints, worldSizePx } from '../canvas/mercator';
import { type Clusters, clusterPoints } from './clusterPoints';

/** Clusters by whole zoom; none where the points stand far enough apart to be drawn one by one. */
export type ClusterLevels = ReadonlyMap<number, Clusters>;

export interface ClusterRule {
  /** Points nearer than this on the screen are gathered, CSS pixels. */
  radiusPx: number;
  /** Clusters are drawn only where they hold this many points or more on average. */
  minMeanSize: number;
  /** Fewer points than this are never clustered. */
  minPoints: number;
}

const FIRST_ZOOM = 9;
const LAST_ZOOM = 19;

/** Clusters for all zooms of the map. Zooms beyond the first at which they end have none. */
export function clusterLevels(points: MercatorPoints, rule: ClusterRule): ClusterLevels {
  const levels = new Map<number, Clusters>();
  const total = points.length / 2;
  if (total < rule.minPoints) return levels;
  for (let zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom += 1) {
    const clusters = clusterPoints(points, rule.radiusPx / worldSizePx(zoom));
    if (total < rule.minMeanSize * clusters.count) break;
    levels.set(zoom, clusters);
  }
  return levels;
}

/** The clusters to draw at a zoom, whole or not; null: none. */
export function clustersAt(levels: ClusterLevels | null, zoom: number): Clusters | null {
  if (!levels) return null;
  // Below the first zoom the first one's serve.
  return levels.get(Math.max(FIRST_ZOOM, Math.round(zoom))) ?? null;
}
