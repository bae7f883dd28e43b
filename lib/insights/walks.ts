import { shareAfterWalk } from '@/lib/deficit/cover';
import { buildNeighbours } from '@/lib/deficit/neighbours';
import type { Walks } from './foldCity';

/** Who can be walked to from each station, and how many riders do. @param walkRadiusM metres */
export function walksOf(
  stations: { stationIds: string[]; lat: number[]; lon: number[] },
  walkRadiusM: number,
): Walks {
  const near = buildNeighbours({ ...stations, stationId: stations.stationIds });
  const start = new Uint32Array(stations.stationIds.length + 1);
  const index: number[] = [];
  const share: number[] = [];
  for (let station = 0; station < stations.stationIds.length; station++) {
    for (let i = near.start[station]!; i < near.start[station + 1]!; i++) {
      if (near.distanceM[i]! > walkRadiusM) break;
      index.push(near.index[i]!);
      share.push(shareAfterWalk(near.distanceM[i]!));
    }
    start[station + 1] = index.length;
  }
  return { start, index: Uint32Array.from(index), share: Float32Array.from(share) };
}
