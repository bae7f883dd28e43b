import { type BoundingBox, boundingBoxOf } from './boundingBox';
import { type AreaGeometry, polygonsOf, type Ring } from './polygon';
import type { Position } from './position';

/**
 * A point well inside an area, unlike the centroid also where the area is bent or has a hole: the
 * middle of the widest stretch that a parallel through the largest polygon's middle lies in it.
 *
 * @returns null for an area of no extent
 */
export function interiorPointOf(area: AreaGeometry): Position | null {
  const largest = polygonsOf(area)
    .map((rings) => ({ rings, box: boundingBoxOf({ type: 'Polygon', coordinates: rings }) }))
    .sort((a, b) => extent(b.box) - extent(a.box))[0];
  if (!largest) return null;
  // Off the exact middle, where mirror-symmetric shapes have their vertices.
  const lat = largest.box.south + (largest.box.north - largest.box.south) * 0.4873;
  const edges = largest.rings.flatMap((ring) => crossings(ring, lat)).sort((a, b) => a - b);

  let lon: number | null = null;
  let widest = 0;
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const [west, east] = [edges[i]!, edges[i + 1]!];
    if (east - west > widest) {
      widest = east - west;
      lon = (west + east) / 2;
    }
  }
  return lon === null ? null : { lat, lon };
}

function extent(box: BoundingBox): number {
  return (box.east - box.west) * (box.north - box.south);
}

/** The longitudes at which a ring crosses a parallel. */
function crossings(ring: Ring, lat: number): number[] {
  return ring.flatMap(([x1 = Number.NaN, y1 = Number.NaN], i) => {
    const [x2 = Number.NaN, y2 = Number.NaN] = ring[i + 1] ?? ring[0]!;
    return y1 > lat === y2 > lat ? [] : [x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)];
  });
}
