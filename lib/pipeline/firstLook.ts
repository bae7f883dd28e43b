import { SEVERITIES, type Severity } from '@/lib/deficit/assessment';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import type { CityView } from './cityView';

/** What a page says of the city before any of its scripts has run. */
export interface FirstLook {
  /** The worst stations as a city of their own, worst first; without vehicles. */
  worst: CityView;
  /** Stations of each severity in the whole city. */
  counts: Record<Severity, number>;
  /** Stations in the whole city. */
  total: number;
}

/** @param count stations at most */
export function firstLook(view: CityView, count: number): FirstLook {
  const { base, frame } = view;
  const { rank, severity } = frame.assessment;
  const counts: Record<Severity, number> = { empty: 0, critical: 0, low: 0, ok: 0, unknown: 0 };
  const worst: number[] = [];
  for (let i = 0; i < rank.length; i++) {
    counts[SEVERITIES[severity[i]!]!] += 1;
    if (rank[i]! < count) worst[rank[i]!] = i;
  }
  const stations = rowsOf(base.stations, worst);
  return {
    worst: {
      base: { ...base, stations, districts: districtsOf(base.districts, stations.districtId) },
      frame: {
        ...frame,
        status: rowsOf(frame.status, worst),
        assessment: rowsOf(frame.assessment, worst),
        vehicles: { lat: [], lon: [], kind: [] },
      },
    },
    counts,
    total: rank.length,
  };
}

/** The columns of some stations alone, in the order asked for. */
function rowsOf<Columns extends object>(columns: Columns, indexes: readonly number[]): Columns {
  const picked = Object.entries(columns as Record<string, unknown[]>).map(([name, column]) => [
    name,
    indexes.map((i) => column[i]),
  ]);
  return Object.fromEntries(picked) as Columns;
}

function districtsOf(
  districts: readonly CityDistrict[],
  ids: readonly (string | null)[],
): CityDistrict[] {
  const wanted = new Set(ids);
  return districts.filter(({ districtId }) => wanted.has(districtId));
}
