import { type AreaGeometry, polygonsOf } from '@/lib/geo/polygon';
import type { Position } from '@/lib/geo/position';

/** What GET /api/map/districts answers. */
export interface DistrictFeatures {
  features: {
    geometry: AreaGeometry;
    properties: { districtId: string; name: string };
  }[];
}

/** A district as an SVG path. */
export interface DistrictPath {
  districtId: string;
  name: string;
  d: string;
}

/** A plan of the city, 1000 units wide, in which a station's place can be found. */
export interface CityOutline {
  heightUnits: number;
  paths: DistrictPath[];
  project(place: Position): { x: number; y: number };
}

export const OUTLINE_WIDTH = 1000;
const MARGIN = 12;

/**
 * Draws districts in one plane: longitudes shrunk by the city's latitude, which at the size of a
 * city is as good as any projection.
 *
 * @param places must lie inside too, such as stations beyond all districts
 * @returns null where there is nothing to draw
 */
export function cityOutline(
  collections: readonly DistrictFeatures[],
  places: readonly Position[] = [],
): CityOutline | null {
  const features = collections.flatMap((collection) => collection.features);
  const corners = features.flatMap(({ geometry }) => polygonsOf(geometry).flat(2));
  const points = [...corners.map(([lon, lat]) => ({ lat: lat!, lon: lon! })), ...places];
  if (points.length === 0) return null;
  const box = boxOf(points);
  const shrink = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const wide = Math.max((box.east - box.west) * shrink, 1e-6);
  const high = Math.max(box.north - box.south, 1e-6);
  const scale = (OUTLINE_WIDTH - 2 * MARGIN) / Math.max(wide, high);
  const project = ({ lat, lon }: Position) => ({
    x: OUTLINE_WIDTH / 2 + (lon - (box.west + box.east) / 2) * shrink * scale,
    y: MARGIN + (box.north - lat) * scale,
  });
  const pathOf = (geometry: AreaGeometry) =>
    polygonsOf(geometry)
      .flat()
      .map((ring) => ringPath(ring.map(([lon, lat]) => project({ lat: lat!, lon: lon! }))))
      .join('');
  return {
    heightUnits: Math.round(high * scale + 2 * MARGIN),
    paths: features.map(({ geometry, properties: { districtId, name } }) => ({
      ...{ districtId, name },
      d: pathOf(geometry),
    })),
    project,
  };
}

function ringPath(ring: readonly { x: number; y: number }[]): string {
  return `M${ring.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

function boxOf(points: readonly Position[]) {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const { lat, lon } of points) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}
