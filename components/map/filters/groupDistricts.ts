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

/** Made once: a collator of its own for each comparison costs milliseconds a page. */
const byNumber = new Intl.Collator('fr', { numeric: true });

function byCodeThenName(a: CityDistrict, b: CityDistrict): number {
  return (
    a.level - b.level ||
    byNumber.compare(a.code ?? '', b.code ?? '') ||
    byNumber.compare(a.name, b.name)
  );
}
