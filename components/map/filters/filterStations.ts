import { SEVERITIES, type Severity } from '@/lib/deficit/assessment';
import { type BoundingBox, isInBox } from '@/lib/geo/boundingBox';
import type { CityView } from '@/lib/pipeline/cityView';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import type { BikeFilter, CapacityRange, MapFilters } from './mapFilters';
import { matchesWords, queryWords } from './stationSearch';

export interface StationSelection {
  /** Indexes of the stations that pass every filter, worst first. */
  indexes: number[];
  /** Stations of each severity that pass every filter but the one on severity. */
  counts: Record<Severity, number>;
}

/**
 * What the list shows and the map stresses.
 *
 * @param haystacks from `buildHaystacks`; asked for only when there is a query, because folding a
 *   city's names costs more than everything else here
 * @param inSight what the map shows; null while it is not known: then nothing is left out for it
 */
export function filterStations(
  view: CityView,
  filters: MapFilters,
  haystacks: () => readonly string[],
  inSight: BoundingBox | null = null,
): StationSelection {
  const { assessment } = view.frame;
  const wanted = new Set(filters.severities.map((severity) => SEVERITIES.indexOf(severity)));
  const passes = stationTest(view, filters, haystacks, inSight);
  const counts: Record<Severity, number> = { empty: 0, critical: 0, low: 0, ok: 0, unknown: 0 };
  const indexes: number[] = [];
  for (const i of stationsByRank(assessment.rank)) {
    if (!passes(i)) continue;
    const severity = assessment.severity[i]!;
    counts[SEVERITIES[severity]!] += 1;
    if (wanted.size === 0 || wanted.has(severity)) indexes.push(i);
  }
  return { indexes, counts };
}

/** Indexes ordered worst first: the inverse of the rank column. */
export function stationsByRank(rank: readonly number[]): number[] {
  const order = new Array<number>(rank.length);
  for (let i = 0; i < rank.length; i += 1) order[rank[i]!] = i;
  return order;
}

/** The district and all districts inside it. */
export function districtAndChildren(
  districts: readonly CityDistrict[],
  districtId: string,
): Set<string> {
  const inside = new Set([districtId]);
  // Levels come coarse first in no promised order, so pass until nothing is added.
  for (let before = 0; before !== inside.size; ) {
    before = inside.size;
    for (const { districtId: id, parentId } of districts) {
      if (parentId !== null && inside.has(parentId)) inside.add(id);
    }
  }
  return inside;
}

type StationTest = (i: number) => boolean;

function stationTest(
  view: CityView,
  filters: MapFilters,
  haystacks: () => readonly string[],
  inSight: BoundingBox | null,
): StationTest {
  const { stations, districts } = view.base;
  const { shortage, covered } = view.frame.assessment;
  const tests: StationTest[] = [];
  const words = queryWords(filters.query);
  if (words.length > 0) {
    const texts = haystacks();
    tests.push((i) => matchesWords(texts[i] ?? '', words));
  }
  if (filters.districtId !== null) {
    const inside = districtAndChildren(districts, filters.districtId);
    tests.push((i) => inside.has(stations.districtId[i] ?? ''));
  }
  if (filters.cover) {
    const flag = filters.cover === 'covered' ? 1 : 0;
    tests.push((i) => shortage[i]! > 0 && covered[i] === flag);
  }
  if (filters.bikes) tests.push(bikeTest(view, filters.bikes));
  if (filters.capacity) tests.push(capacityTest(stations.capacity, filters.capacity));
  if (filters.isInView && inSight) {
    const { lat, lon } = stations;
    tests.push((i) => isInBox(inSight, { lat: lat[i]!, lon: lon[i]! }));
  }
  return (i) => tests.every((test) => test(i));
}

function capacityTest(
  capacity: readonly (number | null)[],
  { min, max }: CapacityRange,
): StationTest {
  return (i) => {
    const docks = capacity[i] ?? null;
    return docks !== null && docks >= (min ?? 0) && docks <= (max ?? Number.POSITIVE_INFINITY);
  };
}

/** A station whose feed does not count that kind passes neither "has" nor "has none". */
function bikeTest(view: CityView, bikes: BikeFilter): StationTest {
  const { numMechanicalAvailable, numEbikesAvailable } = view.frame.status;
  const mechanical = bikes === 'mechanical' || bikes === 'noMechanical';
  const counts = mechanical ? numMechanicalAvailable : numEbikesAvailable;
  const wantsSome = bikes === 'mechanical' || bikes === 'ebike';
  return (i) => {
    const count = counts[i] ?? null;
    return count !== null && count > 0 === wantsSome;
  };
}
