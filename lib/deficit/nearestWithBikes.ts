import { buildSpatialIndex } from '@/lib/geo/spatialIndex';
import type { AssessmentColumns } from './assessment';
import { type CityNeighbours, nearestOf } from './neighbours';

type NearestColumns = Pick<AssessmentColumns, 'nearestWithBikes' | 'nearestWithBikesM'>;
type Found = { index: number; distanceM: number } | null;

/**
 * For every station the nearest other eligible one with as many usable bikes as count as cover there.
 *
 * @param usableBikes null where unknown: such a station holds nothing anybody can count on
 * @param coverMinBikes of each station, 1 or more: what another must hold to cover it
 */
export function findNearestWithBikes(
  neighbours: CityNeighbours,
  usableBikes: readonly (number | null)[],
  coverMinBikes: readonly number[],
): NearestColumns {
  const usable = Int32Array.from(usableBikes, (bikes) => bikes ?? -1);
  const columns: NearestColumns = { nearestWithBikes: [], nearestWithBikesM: [] };
  // One for each number that is asked for: there are as many as rules, not as stations.
  const farSearches = new Map<number, (station: number) => Found>();
  for (let station = 0; station < usable.length; station++) {
    const minBikes = coverMinBikes[station]!;
    let found = searchKept(neighbours, usable, minBikes, station);
    if (found === null && neighbours.isCut[station]) {
      const searchFar = farSearches.get(minBikes) ?? buildFarSearch(neighbours, usable, minBikes);
      farSearches.set(minBikes, searchFar);
      found = searchFar(station);
    }
    columns.nearestWithBikes.push(found?.index ?? null);
    columns.nearestWithBikesM.push(found?.distanceM ?? null);
  }
  return columns;
}

function searchKept(
  neighbours: CityNeighbours,
  usable: Int32Array,
  minBikes: number,
  station: number,
): Found {
  const end = neighbours.start[station + 1]!;
  for (let at = neighbours.start[station]!; at < end; at++) {
    const index = neighbours.index[at]!;
    if (usable[index]! >= minBikes) return { index, distanceM: neighbours.distanceM[at]! };
  }
  return null;
}

/** Searches the stations that hold bikes only: few exactly where the kept neighbours held none. */
function buildFarSearch(
  neighbours: CityNeighbours,
  usable: Int32Array,
  minBikes: number,
): (station: number) => Found {
  const holders = neighbours.positions.flatMap((_, station) =>
    usable[station]! >= minBikes ? [station] : [],
  );
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
