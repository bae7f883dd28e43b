import { EARTH_RADIUS_M, METRES_PER_DEGREE } from './position';

export interface Nearby {
  /** Points within the radius. */
  count: number;
  /** Whole metres to the nearest of them; null where there are none. */
  nearestM: number | null;
}

/** Counts the points around a place. */
export type NearbyCounter = (lat: number, lon: number) => Nearby;

interface PointColumns {
  readonly lat: readonly number[];
  readonly lon: readonly number[];
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
export function buildNearbyCounter(points: PointColumns, radiusM: number): NearbyCounter {
  if (points.lat.length === 0) return () => NONE;
  const grid = buildGrid(points, radiusM + 1);
  const maxChord2 = (2 * Math.sin((radiusM + 0.5) / (2 * EARTH_RADIUS_M))) ** 2;

  return (lat, lon) => {
    const [x, y, z] = unitVector(lat, lon);
    const middle = grid.cellOf(lat, lon);
    let count = 0;
    let nearest = maxChord2;
    for (const offset of AROUND) {
      const vectors = grid.cells.get(middle + offset) ?? EMPTY;
      for (let at = 0; at < vectors.length; at += 3) {
        const dx = vectors[at]! - x;
        const dy = vectors[at + 1]! - y;
        const dz = vectors[at + 2]! - z;
        const chord2 = dx * dx + dy * dy + dz * dz;
        if (chord2 >= maxChord2) continue;
        count++;
        if (chord2 < nearest) nearest = chord2;
      }
    }
    if (count === 0) return NONE;
    return { count, nearestM: Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(nearest) / 2)) };
  };
}

/** More columns than any row of cells has, so that row and column make one number. */
const ROW = 2 ** 24;
/** From a cell to itself and its eight neighbours. */
const AROUND = [-ROW, 0, ROW].flatMap((row) => [row - 1, row, row + 1]);
const EMPTY: readonly number[] = [];

interface Grid {
  /** By cell, the unit vectors of its points: x, y, z one after the other. */
  cells: Map<number, number[]>;
  cellOf(lat: number, lon: number): number;
}

function buildGrid(points: PointColumns, cellM: number): Grid {
  const cellLat = cellM / METRES_PER_DEGREE;
  // Degrees of longitude are shortest at the latitude farthest from the equator.
  const farthestLat = points.lat.reduce((most, lat) => Math.max(most, Math.abs(lat)), 0);
  const cellLon = cellLat / Math.max(0.01, Math.cos((farthestLat + cellLat) * RADIANS));
  const cellOf = (lat: number, lon: number) =>
    Math.floor(lat / cellLat) * ROW + Math.floor((lon + 180) / cellLon);

  const cells = new Map<number, number[]>();
  points.lat.forEach((lat, i) => {
    const lon = points.lon[i]!;
    const cell = cellOf(lat, lon);
    const vectors = cells.get(cell);
    if (vectors) vectors.push(...unitVector(lat, lon));
    else cells.set(cell, unitVector(lat, lon));
  });
  return { cells, cellOf };
}

function unitVector(lat: number, lon: number): [x: number, y: number, z: number] {
  const cosLat = Math.cos(lat * RADIANS);
  return [
    cosLat * Math.cos(lon * RADIANS),
    cosLat * Math.sin(lon * RADIANS),
    Math.sin(lat * RADIANS),
  ];
}
