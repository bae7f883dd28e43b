/** A closed GeoJSON ring: [longitude, latitude] in WGS 84 degrees, first position repeated last. */
export type Ring = readonly (readonly number[])[];

/** A GeoJSON Polygon (RFC 7946): the outer ring, then its holes. */
export interface PolygonGeometry {
  type: 'Polygon';
  coordinates: readonly Ring[];
}

/** A GeoJSON MultiPolygon (RFC 7946). */
export interface MultiPolygonGeometry {
  type: 'MultiPolygon';
  coordinates: readonly (readonly Ring[])[];
}

/** An area on the map; it does not cross the 180th meridian. */
export type AreaGeometry = PolygonGeometry | MultiPolygonGeometry;

/** The polygons of an area, each as its outer ring followed by its holes. */
export function polygonsOf(area: AreaGeometry): readonly (readonly Ring[])[] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/** Whether foreign data are a usable area: every ring has four positions or more, all in range. */
export function isAreaGeometry(value: unknown): value is AreaGeometry {
  if (typeof value !== 'object' || value === null) return false;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon') return isPolygon(coordinates);
  return (
    type === 'MultiPolygon' &&
    Array.isArray(coordinates) &&
    coordinates.length > 0 &&
    coordinates.every(isPolygon)
  );
}

function isPolygon(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isRing);
}

function isRing(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length >= 4 &&
    value.every(
      (at) =>
        Array.isArray(at) &&
        typeof at[0] === 'number' &&
        typeof at[1] === 'number' &&
        Math.abs(at[0]) <= 180 &&
        Math.abs(at[1]) <= 90,
    )
  );
}
