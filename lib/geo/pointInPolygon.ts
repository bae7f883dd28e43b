import { type AreaGeometry, polygonsOf, type Ring } from './polygon';
import type { Position } from './position';

/**
 * Whether an area contains a point, its holes excluded (even-odd rule on the plane of degrees,
 * exact enough for city districts).
 *
 * A point exactly on an edge may count as in or out.
 */
export function isInsideArea(area: AreaGeometry, { lat, lon }: Position): boolean {
  return polygonsOf(area).some((rings) => {
    // Crossing the rings of one polygon together makes its holes count as outside.
    let inside = false;
    for (const ring of rings) if (crossesOddly(ring, lat, lon)) inside = !inside;
    return inside;
  });
}

/** Whether a ray from the point towards the east crosses the ring an odd number of times. */
function crossesOddly(ring: Ring, lat: number, lon: number): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = Number.NaN, y1 = Number.NaN] = ring[i]!;
    const [x2 = Number.NaN, y2 = Number.NaN] = ring[j]!;
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
  }
  return odd;
}
