import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';
import type { Pair } from '@/lib/pipeline/sandbox/sandboxTimeline';

export const BREAKDOWNS = ['stations', 'districts', 'hours'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** One line of a table. Pairs are in force, then draft. */
export interface BreakdownRow {
  key: string;
  name: string;
  /** The district of a station. */
  place: string | null;
  alerts: Pair<number>;
  /** Left out by the hour: what lasts is of no single hour. */
  shortMin?: Pair<number>;
  runs?: number;
  announced?: Pair<number>;
}

/** The result by one of its breakdowns. @param districtName null: outside of all */
export function breakdownRows(
  result: SandboxResult,
  by: Breakdown,
  districtName: (districtId: string | null) => string,
): BreakdownRow[] {
  switch (by) {
    case 'stations':
      return result.stations.map(({ stationId, districtId, ...row }) => ({
        ...row,
        key: stationId,
        place: districtName(districtId),
      }));
    case 'districts':
      return result.districts.map(({ districtId, ...row }) => ({
        ...row,
        key: districtId ?? '',
        name: districtName(districtId),
        place: null,
      }));
    case 'hours':
      return result.hours.map((alerts, hour) => ({
        ...{ key: String(hour), name: hourText(hour), place: null },
        alerts,
      }));
  }
}

function hourText(hour: number): string {
  const padded = (value: number) => `${String(value % 24).padStart(2, '0')}:00`;
  return `${padded(hour)}–${padded(hour + 1)}`;
}
