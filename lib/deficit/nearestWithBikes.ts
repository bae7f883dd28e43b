import { buildSpatialIndex } from '@/lib/geo/spatialIndex';
import type { AssessmentColumns } from './assessment';
import { type CityNeighbours, nearestOf } from './neighbours';

type NearestColumns = Pick<AssessmentColumns, 'nearestWithBikes' | 'nearestWithBikesM'>;
type Found = { index: number; distanceM: number } | null;

/**
 * For every station the nearest other eligible one with at least `coverMinBikes` usable bikes.
 *
 * @param usableBikes null where unknown: such a station holds nothing anybody can count on
 */
export function findNearestWithBikes(
  neighbours: CityNeighbours,
  usableBikes: readonly (number | null)[],
  coverMinBikes: number,
): NearestColumns {
  const holds = Uint8Array.from(usableBikes, (bikes) => ((bikes ?? -1) >= coverMinBikes ? 1 : 0));
  const columns: NearestColumns = { nearestWithBikes: [], nearestWithBikesM: [] };
  let searchFar: ((station: number) => Found) | undefined;
  for (let station = 0; station < holds.length; station++) {
    let found = searchKept(neighbours, holds, station);
    if (found === null && neighbours.isCut[station]) {
      searchFar ??= buildFarSearch(neighbours, holds);
      found = searchFar(station);
    }
    columns.nearestWithBikes.push(found?.index ?? null);
    columns.nearestWithBikesM.push(found?.distanceM ?? null);
  }
  return columns;
}

function searchKept(neighbours: CityNeighbours, holds: Uint8Array, station: number): Found {
  const end = neighbours.start[station + 1]!;
  for (let at = neighbours.start[station]!; at < end; at++) {
    const index = neighbours.index[at]!;
    if (holds[index]) return { index, distanceM: neighbours.distanceM[at]! };
  }
  return null;
}

/** Searches the stations that hold bikes only: few exactly where the kept neighbours held none. */
function buildFarSearch(neighbours: CityNeighbours, holds: Uint8Array): (station: number) => Found {
  const holders = neighbours.positions.flatMap((_, station) => (holds[station] ? [station] : []));
  const spatial = buildSpatialIndex(holders.map((station) => neighbours.positions[station]!));
  return (station) => {
    let best: Found = null;
    for (const near of nearestOf(spatial, neighbours.positions[station]!, 2)) {
      const index = holders[near.index]!;
      if (index === station) continue;
      const isCloser =
        best === null ||
        near.distanceM < best.distanceM ||
        (near.distanceM === best.distanceM &&
          neighbours.idOrder[index]! < neighbours.idOrder[best.index]!);
      if (isCloser) best = { index, distanceM: near.distanceM };
    }
    return best && { ...best, distanceM: Math.round(best.distanceM) };
  };
}
