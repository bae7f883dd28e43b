import { type AreaGeometry, polygonsOf, type Ring } from './polygon';
import type { Position } from './position';

/** The smallest upright rectangle around something, degrees. */
export interface BoundingBox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The rectangle around an area; its holes cannot widen it. */
export function boundingBoxOf(area: AreaGeometry): BoundingBox {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [outer] of polygonsOf(area)) if (outer) widen(box, outer);
  return box;
}

/** Whether a point lies in the rectangle, its edges included. */
export function isInBox(box: BoundingBox, { lat, lon }: Position): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

function widen(box: BoundingBox, ring: Ring): void {
  for (const [lon = Number.NaN, lat = Number.NaN] of ring) {
    if (lon < box.west) box.west = lon;
    if (lon > box.east) box.east = lon;
    if (lat < box.south) box.south = lat;
    if (lat > box.north) box.north = lat;
  }
}
