import { type DistrictDay, QUARTERS_A_DAY } from './daySummary';
import type { StationFigures } from './summariseStation';

/** What is summed, entry by entry. */
export const SUMMED = [
  'observedMin',
  'openMin',
  'emptyMin',
  'fullMin',
  'departures',
  'arrivals',
  'movedOut',
  'movedIn',
] as const;

export type DistrictFigures = Pick<
  DistrictDay,
  'districtId' | 'stations' | (typeof SUMMED)[number]
>;

/**
 * The sums over each district, over those that it lies in, and over the whole city ('').
 *
 * @param districtOf each station's smallest district; null outside of all
 * @param parents each district's parent
 */
export function sumDistricts(
  stations: readonly StationFigures[],
  districtOf: ReadonlyMap<string, string | null>,
  parents: ReadonlyMap<string, string | null>,
): DistrictFigures[] {
  const sums = new Map<string, DistrictFigures>();
  for (const station of stations) {
    const isOpen = station.openMin.some((minutes) => minutes > 0);
    for (const districtId of chainOf(districtOf.get(station.stationId) ?? null, parents)) {
      const sum = sums.get(districtId) ?? emptySum(districtId);
      sums.set(districtId, sum);
      if (isOpen) sum.stations++;
      for (const name of SUMMED)
        for (let q = 0; q < QUARTERS_A_DAY; q++) sum[name][q]! += station[name][q]!;
    }
  }
  return [...sums.values()];
}

function chainOf(districtId: string | null, parents: ReadonlyMap<string, string | null>): string[] {
  const chain = [''];
  for (let id = districtId; id && !chain.includes(id); id = parents.get(id) ?? null) chain.push(id);
  return chain;
}

function emptySum(districtId: string): DistrictFigures {
  const zeros = () => new Array<number>(QUARTERS_A_DAY).fill(0);
  return {
    districtId,
    stations: 0,
    observedMin: zeros(),
    openMin: zeros(),
    emptyMin: zeros(),
    fullMin: zeros(),
    departures: zeros(),
    arrivals: zeros(),
    movedOut: zeros(),
    movedIn: zeros(),
  };
}
