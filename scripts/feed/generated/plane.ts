import type { Position } from '@/lib/geo/position';

/** Kilometres east and north of the city's centre. */
export interface PlanePoint {
  x: number;
  y: number;
}

const KM_PER_DEGREE = 111.195;

/** The position of a point of the flat city; good to 0.1% for some tens of kilometres. */
export function toPosition(centre: Position, { x, y }: PlanePoint): Position {
  const lat = centre.lat + y / KM_PER_DEGREE;
  const lon = centre.lon + x / (KM_PER_DEGREE * Math.cos((centre.lat * Math.PI) / 180));
  return { lat: roundedDegrees(lat), lon: roundedDegrees(lon) };
}

/** Six decimals, a tenth of a metre. */
export function roundedDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Wider than high, as cities along a river are. */
const ASPECT = 1.25;

/**
 * Bends polar coordinates into a city's outline: `radius` 0..1 from the centre to the edge,
 * `angle` in radians. Everything is laid out through this one function, so that districts and
 * stations fit together and no border is a perfect circle.
 */
export function bend(radius: number, angle: number, edgeKm: number): PlanePoint {
  const wobble = 1 + radius * (0.07 * Math.sin(3 * angle + 0.7) + 0.04 * Math.sin(5 * angle - 1.9));
  const twist = angle + 0.12 * Math.sin(4 * radius + 2 * angle);
  const reachKm = radius * wobble * edgeKm;
  return {
    x: (reachKm * Math.cos(twist) * ASPECT) / Math.sqrt(ASPECT),
    y: (reachKm * Math.sin(twist)) / Math.sqrt(ASPECT),
  };
}
