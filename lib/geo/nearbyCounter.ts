import { EARTH_RADIUS_M, METRES_PER_DEGREE } from './position';

export interface Nearby {
  /** Points within the radius. */
  count: number;
  /** Whole metres to the nearest of them; null where there are none. */
  nearestM: number | null;
}

const RADIANS = Math.PI / 180;
const NONE: Nearby = { count: 0, nearestM: null };

/**
 * Counts points around a place, for one radius and many places: points lie in square cells of the
 * radius' size, so that nine cells hold all candidates. Distances are compared as chords between
 * unit vectors, which needs no trigonometry per pair and orders exactly as great circles do.
 *
 * @param points columns in degrees, away from the poles and the 180th meridian
 * @param radiusM distances count as whole metres: 300 includes everything that rounds to 300 m
 */
export function buildNearbyCounter(
  points: { readonly lat: readonly number[]; readonly lon: readonly number[] },
  radiusM: number,
): (lat: number, lon: number) => Nearby {
  if (points.lat.length === 0) return () => NONE;
  const vectors = unitVectors(points.lat, points.lon);
  const grid = buildGrid(points, radiusM + 1);
  const maxChord2 = (2 * Math.sin((radiusM + 0.5) / (2 * EARTH_RADIUS_M))) ** 2;

  return (lat, lon) => {
    const centre = unitVectors([lat], [lon]);
    const x = centre[0]!;
    const y = centre[1]!;
    const z = centre[2]!;
    let count = 0;
    let nearest = maxChord2;
    for (const cell of grid.around(lat, lon)) {
      for (const point of cell) {
        const at = 3 * point;
        const chord2 =
          (vectors[at]! - x) ** 2 + (vectors[at + 1]! - y) ** 2 + (vectors[at + 2]! - z) ** 2;
        if (chord2 >= maxChord2) continue;
        count++;
        if (chord2 < nearest) nearest = chord2;
      }
    }
    if (count === 0) return NONE;
    return { count, nearestM: Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(nearest) / 2)) };
  };
}

/** Points on the unit sphere, as x, y, z one after the other. */
function unitVectors(lat: readonly number[], lon: readonly number[]): Float64Array {
  const vectors = new Float64Array(3 * lat.length);
  for (let i = 0; i < lat.length; i++) {
    const cosLat = Math.cos(lat[i]! * RADIANS);
    vectors[3 * i] = cosLat * Math.cos(lon[i]! * RADIANS);
    vectors[3 * i + 1] = cosLat * Math.sin(lon[i]! * RADIANS);
    vectors[3 * i + 2] = Math.sin(lat[i]! * RADIANS);
  }
  return vectors;
}

const COLUMNS = 2 ** 24;

function buildGrid(
  points: { readonly lat: readonly number[]; readonly lon: readonly number[] },
  cellM: number,
): { around(lat: number, lon: number): number[][] } {
  const cellLat = cellM / METRES_PER_DEGREE;
  // Degrees of longitude are shortest at the latitude farthest from the equator.
  const farthestLat = points.lat.reduce((most, lat) => Math.max(most, Math.abs(lat)), 0);
  const cellLon = cellLat / Math.max(0.01, Math.cos((farthestLat + cellLat) * RADIANS));
  const row = (lat: number) => Math.floor((lat + 90) / cellLat);
  const column = (lon: number) => Math.floor((lon + 180) / cellLon);

  const cells = new Map<number, number[]>();
  points.lat.forEach((lat, i) => {
    const key = row(lat) * COLUMNS + column(points.lon[i]!);
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  });

  return {
    around(lat, lon) {
      const found: number[][] = [];
      for (let r = row(lat) - 1; r <= row(lat) + 1; r++) {
        for (let c = column(lon) - 1; c <= column(lon) + 1; c++) {
          const cell = cells.get(r * COLUMNS + c);
          if (cell) found.push(cell);
        }
      }
      return found;
    },
  };
}
