import { DAY_KINDS } from '@/lib/history/daySummary';
import { HOURS_A_DAY } from './stationHours';

/** What was counted of some minutes of some stations. */
export interface Sum {
  /** Local days with anything observed in them. */
  days: number;
  openMin: number;
  emptyMin: number;
  /** Expected lost rentals, and those that no neighbour served. */
  lost: number;
  uncoveredLost: number;
}

/** By station; index i as in FoldCity. Of the asked days and hours alone. */
export interface StationTotals {
  /** Days on which the station was open and observed in the asked hours. */
  days: Uint16Array;
  /** Days of these with at least EMPTY_DAY_MIN empty minutes. */
  emptyDays: Uint16Array;
  openMin: Float64Array;
  emptyMin: Float64Array;
  coveredMin: Float64Array;
  ratedMin: Float64Array;
  lost: Float64Array;
  uncoveredLost: Float64Array;
  /** Empty minutes by hour of the day, at `i * 24 + hour`. */
  hourEmptyMin: Float32Array;
  /** The period's last seven days, and the seven before them. */
  lastOpenMin: Float64Array;
  lastEmptyMin: Float64Array;
  beforeOpenMin: Float64Array;
  beforeEmptyMin: Float64Array;
}

export interface FoldTotals {
  stations: StationTotals;
  /** The asked days and hours. */
  asked: Sum;
  /** Of these by the week's Monday, in the order of time. */
  weeks: Map<string, Sum>;
  /** Every hour of the week whatever was asked, by day (0 Monday), then hour. */
  weekHours: Sum[][];
  /** Every hour by kind of day, in the order of DAY_KINDS. */
  kindHours: Sum[][];
}

/** A day with fewer empty minutes than these is not one on which people stood before nothing. */
export const EMPTY_DAY_MIN = 15;

export function emptySum(): Sum {
  return { days: 0, openMin: 0, emptyMin: 0, lost: 0, uncoveredLost: 0 };
}

export function emptyTotals(stations: number): FoldTotals {
  const doubles = () => new Float64Array(stations);
  return {
    stations: {
      days: new Uint16Array(stations),
      emptyDays: new Uint16Array(stations),
      openMin: doubles(),
      emptyMin: doubles(),
      coveredMin: doubles(),
      ratedMin: doubles(),
      lost: doubles(),
      uncoveredLost: doubles(),
      hourEmptyMin: new Float32Array(stations * HOURS_A_DAY),
      lastOpenMin: doubles(),
      lastEmptyMin: doubles(),
      beforeOpenMin: doubles(),
      beforeEmptyMin: doubles(),
    },
    asked: emptySum(),
    weeks: new Map(),
    weekHours: sumsOf(7),
    kindHours: sumsOf(DAY_KINDS.length),
  };
}

/** Adds one day's count to a sum; a day in which nothing was observed is none. */
export function addDayToSum(sum: Sum, day: Omit<Sum, 'days'>): void {
  if (day.openMin === 0) return;
  sum.days++;
  sum.openMin += day.openMin;
  sum.emptyMin += day.emptyMin;
  sum.lost += day.lost;
  sum.uncoveredLost += day.uncoveredLost;
}

function sumsOf(rows: number): Sum[][] {
  return Array.from({ length: rows }, () => Array.from({ length: HOURS_A_DAY }, emptySum));
}
