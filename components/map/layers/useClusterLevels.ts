'use client';

import { useEffect, useState } from 'react';
import type { MercatorPoints } from '../canvas/mercator';
import { askForClusters } from './askMapWorker';
import type { ClusterRule } from './clusterLevels';
import type { ClusterLevels } from './clustersAt';

/** Clusters, and the very points they are of. */
export interface ClusteredPoints {
  points: MercatorPoints;
  levels: ClusterLevels;
}

/**
 * The clusters of some points, once the worker has them. Until then those of the points before, so
 * compare; null where there were none yet, or the points are few: then they are drawn one by one,
 * which is right, only slower.
 *
 * @param points the same object until they change
 * @param rule a constant
 */
export function useClusterLevels(
  points: MercatorPoints,
  rule: ClusterRule,
): ClusteredPoints | null {
  const [clustered, setClustered] = useState<ClusteredPoints | null>(null);
  useEffect(() => {
    if (points.length / 2 < rule.minPoints) return;
    let isWanted = true;
    askForClusters(points, rule).then(
      (levels) => isWanted && setClustered({ points, levels }),
      (error: unknown) => console.warn('points could not be clustered', error),
    );
    return () => {
      isWanted = false;
    };
  }, [points, rule]);
  return points.length / 2 < rule.minPoints ? null : clustered;
}
