import { type AreaGeometry, polygonsOf } from '@/lib/geo/polygon';
import { type MercatorPoints, mercatorPoints } from './mercator';

/** What GET /api/map/districts answers. */
export interface DistrictCollection {
  features: {
    geometry: AreaGeometry;
    properties: { districtId: string; level: number; code: string | null; name: string };
  }[];
}

/** A district ready to be painted at any zoom. */
export interface DistrictShape {
  districtId: string;
  geometry: AreaGeometry;
  name: string;
  rings: MercatorPoints[];
  /** Where its name stands: the centroid of its largest ring, Mercator units. */
  labelX: number;
  labelY: number;
  /** Width of the largest ring, Mercator units: a name wider than its district is not written. */
  width: number;
}

export function districtShapes(collection: DistrictCollection): DistrictShape[] {
  return collection.features.flatMap(({ geometry, properties }) => {
    const rings = polygonsOf(geometry).flatMap((polygon) =>
      polygon.map((ring) =>
        mercatorPoints({ lon: ring.map(([lon]) => lon!), lat: ring.map(([, lat]) => lat!) }),
      ),
    );
    const areas = rings.map(ringCentroid);
    const largest = areas.reduce((a, b) => (b.area > a.area ? b : a), areas[0]!);
    if (!largest) return [];
    const name = shortDistrictName(properties.name);
    return [
      {
        ...{ districtId: properties.districtId, geometry, name, rings },
        ...{ labelX: largest.x, labelY: largest.y, width: largest.width },
      },
    ];
  });
}

/** "10ème Ardt (Entrepôt)" is "Entrepôt" on a map, where its place tells the number. */
export function shortDistrictName(name: string): string {
  return /\(([^()]+)\)\s*$/.exec(name)?.[1]?.trim() ?? name;
}

/** The shoelace formula; coordinates are taken relative to the first to keep digits. */
function ringCentroid(ring: MercatorPoints) {
  const [x0, y0] = [ring[0] ?? 0, ring[1] ?? 0];
  let [doubled, sumX, sumY, left, right] = [0, 0, 0, Infinity, -Infinity];
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [ax, ay] = [ring[at]! - x0, ring[at + 1]! - y0];
    const [bx, by] = [ring[at + 2]! - x0, ring[at + 3]! - y0];
    const cross = ax * by - bx * ay;
    doubled += cross;
    sumX += (ax + bx) * cross;
    sumY += (ay + by) * cross;
    left = Math.min(left, ax);
    right = Math.max(right, ax);
  }
  const thrice = 3 * doubled;
  return {
    area: Math.abs(doubled) / 2,
    x: doubled === 0 ? x0 : x0 + sumX / thrice,
    y: doubled === 0 ? y0 : y0 + sumY / thrice,
    width: right - left,
  };
}
