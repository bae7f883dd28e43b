import { type BoundingBox, boundingBoxOf, isInBox } from '@/lib/geo/boundingBox';
import { interiorPointOf } from '@/lib/geo/interiorPoint';
import { isInsideArea } from '@/lib/geo/pointInPolygon';
import type { AreaGeometry } from '@/lib/geo/polygon';
import type { Position } from '@/lib/geo/position';

/** A district as far as finding what lies in it goes. */
export interface DistrictArea {
  districtId: string;
  /** 1 the coarsest; a deeper level lies in the one above. */
  level: number;
  parentId: string | null;
  geometry: AreaGeometry;
}

interface BoxedArea {
  area: DistrictArea;
  box: BoundingBox;
}

/**
 * The deepest district that contains each station; stations outside all of them are left out.
 * Where districts of one level overlap, the first by districtId has it.
 */
export function assignDistricts(
  stations: readonly (Position & { stationId: string })[],
  districts: readonly DistrictArea[],
): Map<string, string> {
  const deepestFirst = boxed(districts).sort(
    (a, b) => b.area.level - a.area.level || compareIds(a.area, b.area),
  );
  const districtOf = new Map<string, string>();
  for (const station of stations) {
    const found = deepestFirst.find((candidate) => contains(candidate, station));
    if (found) districtOf.set(station.stationId, found.area.districtId);
  }
  return districtOf;
}

/**
 * The districts with their parents: the feed's own where it names a known district, else the
 * district of the level above that contains a point well inside; null where there is none.
 */
export function resolveParents<D extends DistrictArea>(districts: readonly D[]): D[] {
  const known = new Set(districts.map((district) => district.districtId));
  const candidates = boxed(districts).sort((a, b) => compareIds(a.area, b.area));
  return districts.map((district) => {
    if (district.parentId !== null && known.has(district.parentId)) return district;
    const inside = interiorPointOf(district.geometry);
    const parent = candidates.find(
      (candidate) =>
        candidate.area.level === district.level - 1 &&
        inside !== null &&
        contains(candidate, inside),
    );
    return { ...district, parentId: parent?.area.districtId ?? null };
  });
}

function boxed(districts: readonly DistrictArea[]): BoxedArea[] {
  return districts.map((area) => ({ area, box: boundingBoxOf(area.geometry) }));
}

function contains({ area, box }: BoxedArea, position: Position): boolean {
  return isInBox(box, position) && isInsideArea(area.geometry, position);
}

function compareIds(a: DistrictArea, b: DistrictArea): number {
  return a.districtId < b.districtId ? -1 : a.districtId > b.districtId ? 1 : 0;
}
