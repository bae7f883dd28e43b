import { type DayKind, QUARTERS_A_DAY } from './daySummary';
import { stuckDays } from './stuckDays';

/** A station's day as far as rates go; arrays by quarter-hour. */
export interface CountedDay {
  stationId: string;
  localDate: string;
  /** null: it was never open. */
  minBikes: number | null;
  observedMin: readonly number[];
  openMin: readonly number[];
  emptyMin: readonly number[];
  fullMin: readonly number[];
  stuckMin: readonly number[];
  departures: readonly number[];
  arrivals: readonly number[];
}

/** What was counted of a station over the days of one kind, by quarter-hour. */
export interface RateSums {
  stationId: string;
  dayKind: DayKind;
  /** Days on which it was open, and the span in which they lie. */
  days: number;
  fromDate: string;
  toDate: string;
  departures: number[];
  arrivals: number[];
  /** Open minutes with a usable bike, and those without. */
  exposureMin: number[];
  censoredMin: number[];
  /** Open minutes with a free dock. */
  dockMin: number[];
}

/**
 * Sums the days of stations by kind of day. Minutes in which only bikes stood that never leave are
 * censored like empty ones.
 *
 * @param days each station's together, oldest first
 */
export function sumCountedDays(
  days: readonly CountedDay[],
  kindOf: (localDate: string) => DayKind,
): RateSums[] {
  const turnover = days.map(({ stationId, localDate, minBikes, departures, observedMin }) => ({
    ...{ stationId, localDate, minBikes },
    ...{ departures: total(departures), observedMin: total(observedMin) },
  }));
  const stuck = new Set(stuckDays(turnover));
  const sums = new Map<string, RateSums>();
  days.forEach((day, i) => {
    if (day.minBikes === null) return;
    const dayKind = kindOf(day.localDate);
    const key = `${dayKind} ${day.stationId}`;
    const sum = sums.get(key) ?? emptySum(day, dayKind);
    sums.set(key, sum);
    addDay(sum, day, stuck.has(turnover[i]!));
  });
  return [...sums.values()];
}

function addDay(sum: RateSums, day: CountedDay, isStuck: boolean): void {
  sum.days++;
  sum.toDate = day.localDate;
  const censored = isStuck ? day.stuckMin : day.emptyMin;
  for (let q = 0; q < QUARTERS_A_DAY; q++) {
    sum.departures[q]! += day.departures[q]!;
    sum.arrivals[q]! += day.arrivals[q]!;
    sum.exposureMin[q]! += day.openMin[q]! - censored[q]!;
    sum.censoredMin[q]! += censored[q]!;
    sum.dockMin[q]! += Math.max(0, day.openMin[q]! - day.fullMin[q]!);
  }
}

function emptySum({ stationId, localDate }: CountedDay, dayKind: DayKind): RateSums {
  const zeros = () => new Array<number>(QUARTERS_A_DAY).fill(0);
  return {
    ...{ stationId, dayKind, days: 0, fromDate: localDate, toDate: localDate },
    departures: zeros(),
    arrivals: zeros(),
    exposureMin: zeros(),
    censoredMin: zeros(),
    dockMin: zeros(),
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
