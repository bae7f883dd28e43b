import type { StationColumns } from '@/lib/stations/cityColumns';

const TILE_PX = 256;
const MAX_LATITUDE = 85.0511287798;

/** Web Mercator coordinates in 0..1 of the whole world, interleaved x, y: station i at 2i. */
export type MercatorPoints = Float64Array;

/**
 * Projects positions once, so that each redraw is one multiplication a coordinate.
 * Spherical Mercator, EPSG:3857, as all map tiles use it.
 */
export function mercatorPoints({ lat, lon }: Pick<StationColumns, 'lat' | 'lon'>): MercatorPoints {
  const points = new Float64Array(lat.length * 2);
  for (let i = 0; i < lat.length; i += 1) {
    const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat[i]!));
    const sine = Math.sin((clamped * Math.PI) / 180);
    points[2 * i] = lon[i]! / 360 + 0.5;
    points[2 * i + 1] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
  return points;
}

/** Pixels of the whole world at a zoom. */
export function worldSizePx(zoom: number): number {
  return TILE_PX * 2 ** zoom;
}

const EQUATOR_M = 40_075_016.686;

/** Mercator units in a metre on the ground, at a latitude in degrees. */
export function mercatorPerMetre(lat: number): number {
  return 1 / (EQUATOR_M * Math.cos((lat * Math.PI) / 180));
}

/** The latitude, in degrees, of a Mercator y. */
export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
