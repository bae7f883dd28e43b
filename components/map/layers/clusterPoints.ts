import KDBush from 'kdbush';
import type { MercatorPoints } from '../canvas/mercator';

/** Which points stand together at one zoom. */
export interface Clusters {
  count: number;
  /** Of each point: the number of its cluster. Each point has one, if only its own. */
  clusterOf: Int32Array;
  /** Points in each cluster. */
  size: Int32Array;
  /** The mean position of each cluster, Mercator units, interleaved x, y. */
  centres: MercatorPoints;
}

/**
 * Gathers points that stand closer than a radius, greedily in their own order: each point not yet
 * gathered takes all of those about it. Only places decide, so that new numbers never move a
 * cluster.
 *
 * @param radius Mercator units, > 0
 */
export function clusterPoints(points: MercatorPoints, radius: number): Clusters {
  const total = points.length / 2;
  const clusterOf = new Int32Array(total).fill(-1);
  const size = new Int32Array(total);
  const centres = new Float64Array(points.length);
  let count = 0;
  if (total > 0) {
    const tree = new KDBush(total);
    for (let i = 0; i < total; i += 1) tree.add(points[2 * i]!, points[2 * i + 1]!);
    tree.finish();
    for (let i = 0; i < total; i += 1) {
      if (clusterOf[i] !== -1) continue;
      for (const near of tree.within(points[2 * i]!, points[2 * i + 1]!, radius)) {
        if (clusterOf[near] !== -1) continue;
        clusterOf[near] = count;
        size[count]! += 1;
        centres[2 * count]! += points[2 * near]!;
        centres[2 * count + 1]! += points[2 * near + 1]!;
      }
      centres[2 * count]! /= size[count]!;
      centres[2 * count + 1]! /= size[count]!;
      count += 1;
    }
  }
  return {
    count,
    clusterOf,
    size: size.slice(0, count),
    centres: centres.slice(0, 2 * count),
  };
}
