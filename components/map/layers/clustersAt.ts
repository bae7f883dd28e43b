import type { Clusters } from './clusterPoints';

/** Clusters by whole zoom; none where the points stand far enough apart to be drawn one by one. */
export type ClusterLevels = ReadonlyMap<number, Clusters>;

/** From further away the clusters of this zoom serve. */
export const FIRST_ZOOM = 9;

/** The clusters to draw at a zoom, whole or not; null: none. */
export function clustersAt(levels: ClusterLevels | null, zoom: number): Clusters | null {
  if (!levels) return null;
  return levels.get(Math.max(FIRST_ZOOM, Math.round(zoom))) ?? null;
}
