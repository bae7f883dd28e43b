import { isInsideArea } from '@/lib/geo/pointInPolygon';
import type { DistrictShape } from '../canvas/districtShapes';

/** The district at a place; null outside all of them. */
export function districtAt(
  shapes: readonly DistrictShape[],
  { lat, lng }: { lat: number; lng: number },
): DistrictShape | null {
  return shapes.find(({ geometry }) => isInsideArea(geometry, { lat, lon: lng })) ?? null;
}
