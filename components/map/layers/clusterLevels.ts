import { type MercatorPoints, worldSizePx } from '../canvas/mercator';
import { type Clusters, clusterPoints } from './clusterPoints';
import { type ClusterLevels, FIRST_ZOOM } from './clustersAt';

export interface ClusterRule {
  /** Points nearer than this on the screen are gathered, CSS pixels. */
  radiusPx: number;
  /** Clusters are drawn only where they hold this many points or more on average. */
  minMeanSize: number;
  /** Fewer points than this are never clustered. */
  minPoints: number;
}

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
