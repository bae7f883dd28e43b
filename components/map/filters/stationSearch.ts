import type { CityBase } from '@/lib/pipeline/cityView';
import { foldText } from './foldText';

/**
 * One folded text a station (name, code, id, its district and that district's parent), to be
 * searched by `matchesWords`. Index i is station i.
 */
export function buildHaystacks(base: CityBase): string[] {
  const districtText = new Map<string, string>();
  const byId = new Map(base.districts.map((district) => [district.districtId, district]));
  for (const district of base.districts) {
    const parent = district.parentId === null ? undefined : byId.get(district.parentId);
    const words = [district, parent].flatMap((at) =>
      at ? [at.name, at.code, numberWords(at.name)] : [],
    );
    districtText.set(district.districtId, foldText(words.filter(Boolean).join(' ')));
  }
  const { stationId, stationCode, name, districtId } = base.stations;
  return stationId.map((id, i) => {
    const place = districtId[i] ? (districtText.get(districtId[i]) ?? '') : '';
    return ` ${foldText(`${name[i]} ${stationCode[i] ?? ''} ${id}`)} ${place}`;
  });
}

/**
 * Other ways to say a numbered district: "9ème Ardt (Opéra)" is the "9e arrondissement" and the
 * "9th" too.
 */
function numberWords(name: string): string {
  const [, number, word] = /^(\d+)\s?(?:er|e|è?me|ème)\s+(\p{Letter}+)/iu.exec(name) ?? [];
  if (!number) return '';
  const isArrondissement = /^(ardt|arr|arrondissement)$/i.test(word ?? '');
  const ordinal = `${number}${englishOrdinal(Number(number))}`;
  return `${number}e ${ordinal}${isArrondissement ? ' arrondissement' : ''}`;
}

function englishOrdinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  return (isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10]) ?? 'th';
}

/** The words of a query as they stand in haystacks; none for an empty query. */
export function queryWords(query: string): string[] {
  const folded = foldText(query);
  return folded === '' ? [] : folded.split(' ').map((word) => ` ${word}`);
}

/** Whether every word of the query begins some word of the station. No words find all. */
export function matchesWords(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}
