/** A point in WGS 84 degrees. */
export interface Position {
  /** Latitude, -90..90. */
  lat: number;
  /** Longitude, -180..180. */
  lon: number;
}

/** Mean radius of the Earth (IUGG). */
export const EARTH_RADIUS_M = 6_371_008.8;
/** A degree of latitude on the mean sphere. */
export const METRES_PER_DEGREE = 111_195;
const RADIANS = Math.PI / 180;

/**
 * Great-circle distance by the haversine formula on the mean sphere (error under 0.5%).
 *
 * @returns metres, never negative
 */
export function distanceM(a: Position, b: Position): number {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLon = (b.lon - a.lon) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Whether both coordinates are finite and inside their ranges, and the point is not (0, 0). */
export function isPosition(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0);
}
