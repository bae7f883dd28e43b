import KDBush from 'kdbush';
import { distanceM, METRES_PER_DEGREE, type Position } from './position';

export interface Neighbour {
  /** Index into the positions the index was built from. */
  index: number;
  distanceM: number;
}

export interface SpatialIndex {
  /** All points within `radiusM` of `centre`, nearest first; ties by index. */
  within(centre: Position, radiusM: number): Neighbour[];
}

/**
 * A static k-d tree over positions, for radius searches of up to some tens of kilometres away
 * from the poles and the 180th meridian.
 *
 * @param positions may hold NaN coordinates: such points are never found
 */
export function buildSpatialIndex(positions: readonly Position[]): SpatialIndex {
  const tree = new KDBush(positions.length);
  for (const { lat, lon } of positions) tree.add(Number.isFinite(lon) ? lon : 1e9, lat);
  tree.finish();

  return {
    within(centre, radiusM) {
      // A little wider than the radius: the exact distance decides, not the box.
      const dLat = (radiusM / METRES_PER_DEGREE) * 1.01;
      const dLon = dLat / Math.max(0.01, Math.cos((centre.lat * Math.PI) / 180));
      return tree
        .range(centre.lon - dLon, centre.lat - dLat, centre.lon + dLon, centre.lat + dLat)
        .map((index) => ({ index, distanceM: distanceM(centre, positions[index]!) }))
        .filter((neighbour) => neighbour.distanceM <= radiusM)
        .sort((a, b) => a.distanceM - b.distanceM || a.index - b.index);
    },
  };
}
