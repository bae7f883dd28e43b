import { isChronic } from './chronic';
import type { StationTotals } from './foldTotals';
import type { StationRow } from './insightRows';
import { HOURS_A_DAY } from './stationHours';

/** What is known of the stations of a fold, in its order. */
export interface StationFacts {
  stationIds: readonly string[];
  names: readonly string[];
  districtIds: readonly (string | null)[];
  /** Epoch seconds; null: it still stands. */
  removedAt: readonly (number | null)[];
}

/** The figures of each station that was open and observed in the asked days and hours. */
export function stationRowsOf(totals: StationTotals, facts: StationFacts): StationRow[] {
  return facts.stationIds.flatMap((_, i) => {
    const row = totals.days[i] === 0 ? null : stationRowOf(totals, facts, i);
    return row ?? [];
  });
}

function stationRowOf(totals: StationTotals, facts: StationFacts, i: number): StationRow {
  const days = totals.days[i]!;
  const emptyDays = totals.emptyDays[i]!;
  const openMin = totals.openMin[i]!;
  const emptyMin = totals.emptyMin[i]!;
  // Never empty: nothing is lost, whatever the rate. Empty without a rate: nobody can say.
  const isRated = totals.ratedMin[i]! >= emptyMin;
  return {
    stationId: facts.stationIds[i]!,
    name: facts.names[i]!,
    districtId: facts.districtIds[i]!,
    removedAt: facts.removedAt[i]!,
    days,
    emptyDays,
    openMin,
    emptyMin,
    emptyShare: emptyMin / openMin,
    coveredShare: emptyMin === 0 ? null : totals.coveredMin[i]! / emptyMin,
    lostADay: isRated ? totals.lost[i]! / days : null,
    uncoveredADay: isRated ? totals.uncoveredLost[i]! / days : null,
    worstHour: worstHourOf(totals.hourEmptyMin, i),
    weekChange: weekChangeOf(totals, i),
    isChronic: isChronic(emptyDays, days),
  };
}

/** The change of all stations together: see StationRow.weekChange. */
export function weekChangeOfAll(totals: StationTotals): number | null {
  const sum = (minutes: Float64Array) => minutes.reduce((all, one) => all + one, 0);
  const [last, before] = [sum(totals.lastOpenMin), sum(totals.beforeOpenMin)];
  if (last === 0 || before === 0) return null;
  return sum(totals.lastEmptyMin) / last - sum(totals.beforeEmptyMin) / before;
}

function worstHourOf(hourEmptyMin: Float32Array, station: number): number | null {
  const at = station * HOURS_A_DAY;
  let worst: number | null = null;
  let most = 0;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    if (hourEmptyMin[at + hour]! <= most) continue;
    most = hourEmptyMin[at + hour]!;
    worst = hour;
  }
  return worst;
}

function weekChangeOf(totals: StationTotals, i: number): number | null {
  const last = totals.lastOpenMin[i]!;
  const before = totals.beforeOpenMin[i]!;
  if (last === 0 || before === 0) return null;
  return totals.lastEmptyMin[i]! / last - totals.beforeEmptyMin[i]! / before;
}
