import type { DayCover } from './coverOfDay';
import { EMPTY_DAY_MIN, type StationTotals, type Sum } from './foldTotals';
import { HOURS_A_DAY, type StationHours } from './stationHours';

/** Where a day stands: within the period, and by weeks counted back from the period's end. */
export interface DayPlace {
  isInPeriod: boolean;
  week: 'last' | 'before' | 'earlier';
}

/** A station's asked hours of one day, added up. */
export interface AskedHours {
  openMin: number;
  emptyMin: number;
  lost: number;
  ratedMin: number;
}

/** Adds up the hours from `fromH` up to, and without, `toH`. */
export function askedHoursOf(hours: StationHours, fromH: number, toH: number): AskedHours {
  const asked: AskedHours = { openMin: 0, emptyMin: 0, lost: 0, ratedMin: 0 };
  for (let hour = fromH; hour < toH; hour++) {
    asked.openMin += hours.openMin[hour]!;
    asked.emptyMin += hours.emptyMin[hour]!;
    asked.lost += hours.lost[hour]!;
    asked.ratedMin += hours.ratedMin[hour]!;
  }
  return asked;
}

/** Adds a station's asked hours to the week in which they stand. */
export function addToWeeks(
  totals: StationTotals,
  station: number,
  { openMin, emptyMin }: AskedHours,
  week: DayPlace['week'],
): void {
  if (week === 'last') {
    totals.lastOpenMin[station]! += openMin;
    totals.lastEmptyMin[station]! += emptyMin;
  } else if (week === 'before') {
    totals.beforeOpenMin[station]! += openMin;
    totals.beforeEmptyMin[station]! += emptyMin;
  }
}

/** Adds a station's asked hours to its totals, and to the city's sum of the day. */
export function addToPeriod(
  totals: StationTotals,
  station: number,
  asked: AskedHours,
  cover: DayCover,
  city: Sum,
): void {
  totals.days[station]!++;
  if (asked.emptyMin >= EMPTY_DAY_MIN) totals.emptyDays[station]!++;
  totals.openMin[station]! += asked.openMin;
  totals.emptyMin[station]! += asked.emptyMin;
  totals.ratedMin[station]! += asked.ratedMin;
  totals.lost[station]! += asked.lost;
  totals.coveredMin[station]! += cover.coveredMin;
  totals.uncoveredLost[station]! += cover.uncoveredLost;
  city.openMin += asked.openMin;
  city.emptyMin += asked.emptyMin;
  city.lost += asked.lost;
  city.uncoveredLost += cover.uncoveredLost;
}

/** Remembers in which of the asked hours the station was empty. */
export function addEmptyHours(
  hourEmptyMin: Float32Array,
  station: number,
  hours: StationHours,
  { fromH, toH }: { fromH: number; toH: number },
): void {
  for (let hour = fromH; hour < toH; hour++) {
    hourEmptyMin[station * HOURS_A_DAY + hour]! += hours.emptyMin[hour]!;
  }
}
