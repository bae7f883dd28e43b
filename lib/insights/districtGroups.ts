import { districtPath } from '@/lib/settings/thresholdsInForce';
import type { CityDistrict } from '@/lib/stations/cityColumns';

/** How stations are gathered by district: one level below what is asked about. */
export interface DistrictGroups {
  /** Whether a station of this district is asked about. */
  isAsked(districtId: string | null): boolean;
  /** The district that a station is counted under; null: outside of all. */
  groupOf(districtId: string | null): string | null;
  nameOf(districtId: string): string | null;
}

/**
 * The whole city is told by its largest districts, a district by those within it.
 *
 * @param askedId null for the whole city
 */
export function districtGroups(
  districts: readonly CityDistrict[],
  askedId: string | null,
): DistrictGroups {
  const parentOf = new Map(districts.map(({ districtId, parentId }) => [districtId, parentId]));
  const names = new Map(districts.map(({ districtId, name }) => [districtId, name]));
  /** Largest first. */
  const pathOf = (id: string | null) => (id === null ? [] : districtPath(id, parentOf).reverse());
  return {
    isAsked: (id) => askedId === null || pathOf(id).includes(askedId),
    groupOf: (id) => {
      const path = pathOf(id);
      const asked = askedId === null ? -1 : path.indexOf(askedId);
      return path[asked + 1] ?? path[asked] ?? null;
    },
    nameOf: (id) => names.get(id) ?? null,
  };
}
