import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import type { Clusters } from '../layers/clusterPoints';

/** How it stands in each cluster: what changes with a snapshot or a filter. */
export interface ClusterTally {
  clusters: Clusters;
  /** Stations of each severity: cluster c has SEVERITIES.length numbers from there times c on. */
  counts: Uint16Array;
  /** Stations of the cluster that pass the filters. */
  total: Uint16Array;
  /** The worst ranked of them, a station's index; -1: there is none. */
  worst: Int32Array;
}

/** @param shown stations that pass the filters; null: all do */
export function tallyClusters(
  clusters: Clusters,
  { frame }: CityView,
  shown: ReadonlySet<number> | null,
): ClusterTally {
  const { severity, rank } = frame.assessment;
  const counts = new Uint16Array(clusters.count * SEVERITIES.length);
  const total = new Uint16Array(clusters.count);
  const worst = new Int32Array(clusters.count).fill(-1);
  for (let i = 0; i < severity.length; i += 1) {
    if (shown && !shown.has(i)) continue;
    const cluster = clusters.clusterOf[i]!;
    counts[cluster * SEVERITIES.length + severity[i]!]! += 1;
    total[cluster]! += 1;
    const before = worst[cluster]!;
    if (before < 0 || rank[i]! < rank[before]!) worst[cluster] = i;
  }
  return { clusters, counts, total, worst };
}
