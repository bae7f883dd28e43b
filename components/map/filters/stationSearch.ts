import type { CityBase } from '@/lib/pipeline/cityView';
import { foldText } from './foldText';

/**
 * One folded text a station (name, code, id, its district and that district's parent), to be
 * searched by `matchesQuery`. Index i is station i.
 */
export function buildHaystacks(base: CityBase): string[] {
  const districtText = new Map<string, string>();
  const byId = new Map(base.districts.map((district) => [district.districtId, district]));
  for (const district of base.districts) {
    const parent = district.parentId === null ? undefined : byId.get(district.parentId);
    const words = [district.name, district.code, parent?.name, parent?.code];
    districtText.set(district.districtId, words.filter(Boolean).join(' '));
  }
  const { stationId, stationCode, name, districtId } = base.stations;
  return stationId.map((id, i) => {
    const place = districtId[i] ? (districtText.get(districtId[i]) ?? '') : '';
    return ` ${foldText(`${name[i]} ${stationCode[i] ?? ''} ${id} ${place}`)}`;
  });
}

/** Whether every word of the query begins some word of the station. An empty query finds all. */
export function matchesQuery(haystack: string, query: string): boolean {
  const folded = foldText(query);
  return folded === '' || folded.split(' ').every((word) => haystack.includes(` ${word}`));
}
