import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';

/** How a district stands, everything inside it included. */
export interface DistrictSum {
  stations: number;
  empty: number;
  critical: number;
  low: number;
  /** Bikes short that no neighbour covers. */
  uncoveredBikes: number;
}

const COUNTED = { empty: true, critical: true, low: true } as const;

/** The sums of every district that has a station, by id; quartiers count in their arrondissement. */
export function districtSums({ base, frame }: CityView): Map<string, DistrictSum> {
  const { severity, uncoveredShortage } = frame.assessment;
  const parents = new Map(base.districts.map(({ districtId, parentId }) => [districtId, parentId]));
  const sums = new Map<string, DistrictSum>();
  base.stations.districtId.forEach((smallest, i) => {
    const name = SEVERITIES[severity[i]!]!;
    for (const id of withParents(smallest, parents)) {
      const sum = sums.get(id) ?? newSum();
      sums.set(id, sum);
      sum.stations += 1;
      sum.uncoveredBikes += uncoveredShortage[i]!;
      if (name in COUNTED) sum[name as keyof typeof COUNTED] += 1;
    }
  });
  return sums;
}

/** A district and what it lies in, each once, however the feed's parents run. */
function withParents(
  districtId: string | null,
  parents: ReadonlyMap<string, string | null>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let id = districtId; id !== null && !ids.has(id); id = parents.get(id) ?? null) ids.add(id);
  return ids;
}

function newSum(): DistrictSum {
  return { stations: 0, empty: 0, critical: 0, low: 0, uncoveredBikes: 0 };
}
