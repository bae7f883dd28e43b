import type { CityDistrict } from '@/lib/stations/cityColumns';

export interface DistrictGroup {
  district: CityDistrict;
  children: CityDistrict[];
}

/** Districts as people list them: by code as a number where it is one, each with what is in it. */
export function groupDistricts(districts: readonly CityDistrict[]): DistrictGroup[] {
  const known = new Set(districts.map(({ districtId }) => districtId));
  const sorted = [...districts].sort(byCodeThenName);
  return sorted
    .filter(({ parentId }) => parentId === null || !known.has(parentId))
    .map((district) => ({
      district,
      children: sorted.filter(({ parentId }) => parentId === district.districtId),
    }));
}

function byCodeThenName(a: CityDistrict, b: CityDistrict): number {
  return (
    a.level - b.level ||
    (a.code ?? '').localeCompare(b.code ?? '', undefined, { numeric: true }) ||
    a.name.localeCompare(b.name)
  );
}
