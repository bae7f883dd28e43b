import { SEVERITIES, type Severity } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { districtAndChildren, stationsByRank } from '../map/filters/filterStations';

/** One picture of the wall: the whole city, or one of its districts. */
export interface WallScene {
  /** null: the whole city. */
  districtId: string | null;
  name: string;
  /** Indexes of its stations. */
  stations: ReadonlySet<number>;
  counts: Record<Severity, number>;
  /** Bikes missing at stations that nothing covers. */
  uncoveredShortage: number;
  /** Indexes of the stations with an uncovered shortage, worst first. */
  worst: number[];
}

const COARSEST_LEVEL = 1;

/** The city first, then its districts of the coarsest level that have stations, by their code. */
export function wallScenes(view: CityView): WallScene[] {
  const { districts, stations, systemName } = view.base;
  const byRank = stationsByRank(view.frame.assessment.rank);
  const ofDistrict = districts
    .filter(({ level }) => level === COARSEST_LEVEL)
    .sort((a, b) => (a.code ?? a.name).localeCompare(b.code ?? b.name, 'en', { numeric: true }))
    .map(({ districtId, name }) => {
      const inside = districtAndChildren(districts, districtId);
      const indexes = byRank.filter((i) => inside.has(stations.districtId[i] ?? ''));
      return sceneOf(view, { districtId, name }, indexes);
    })
    .filter((scene) => scene.stations.size > 0);
  return [sceneOf(view, { districtId: null, name: systemName }, byRank), ...ofDistrict];
}

function sceneOf(
  view: CityView,
  place: Pick<WallScene, 'districtId' | 'name'>,
  indexes: readonly number[],
): WallScene {
  const { severity, shortage, covered } = view.frame.assessment;
  const counts: Record<Severity, number> = { empty: 0, critical: 0, low: 0, ok: 0, unknown: 0 };
  for (const i of indexes) counts[SEVERITIES[severity[i]!]!] += 1;
  const worst = indexes.filter((i) => shortage[i]! > 0 && covered[i] === 0);
  const uncoveredShortage = worst.reduce((sum, i) => sum + shortage[i]!, 0);
  return { ...place, stations: new Set(indexes), counts, uncoveredShortage, worst };
}
