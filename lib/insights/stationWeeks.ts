import {
  DAY_KINDS,
  type DayKind,
  QUARTERS_A_DAY,
  type StationDaySummary,
  type StationRates,
} from '@/lib/history/daySummary';
import { hourRowsOf } from './cityRows';
import { cellOf } from './dayCells';
import type { FoldCity } from './foldCity';
import { createDayFold } from './foldDays';
import { DEFAULT_FILTER } from './insightFilter';
import type { HourRow } from './insightRows';

/** A station's days, folded into a week and into kinds of day. */
export interface StationWeeks {
  /** Local dates of the first and last day with anything observed; null: there is none. */
  fromDate: string | null;
  toDate: string | null;
  /** Days with anything observed. */
  days: number;
  /** By day (0 Monday), then hour of the city's clock. */
  weekHours: HourRow[][];
  /** By kind of day, then hour. */
  kinds: Record<DayKind, KindHours>;
}

export interface KindHours {
  /** Lost rentals are null where nobody can say yet. */
  hours: HourRow[];
  /** Days of this kind that its rates stand on; null: it has none yet. */
  ratedDays: number | null;
}

/**
 * A station's hours of the week: the same count as the insights make of a whole city, of a city of
 * one station.
 *
 * @param days oldest first
 * @param rates null where it has none yet
 * @param kindOf the kind of a local date by the city's calendar
 */
export function stationWeeks(
  days: readonly StationDaySummary[],
  rates: StationRates | null,
  kindOf: (localDate: string) => DayKind,
): StationWeeks {
  const observed = days.filter(({ observedMin }) => observedMin.some((minutes) => minutes > 0));
  const [fromDate, toDate] = [observed[0]?.localDate ?? null, observed.at(-1)?.localDate ?? null];
  const period = { from: fromDate ?? '', to: toDate ?? '' };
  const fold = createDayFold(cityOfOne(rates), { ...DEFAULT_FILTER, kind: 'every' }, period);
  for (const day of observed) fold.addDay(dayOfOne(day), kindOf(day.localDate));
  const { weekHours, kindHours } = fold.totals;
  const kindsOf = DAY_KINDS.map((kind, i): [DayKind, KindHours] => {
    const isRated = Boolean(rates?.[kind]);
    const [hours = []] = hourRowsOf([kindHours[i]!], isRated);
    return [kind, { hours, ratedDays: rates?.[kind]?.days ?? null }];
  });
  return {
    ...{ fromDate, toDate, days: observed.length },
    weekHours: hourRowsOf(weekHours, rates !== null),
    kinds: Object.fromEntries(kindsOf) as StationWeeks['kinds'],
  };
}

function cityOfOne(rates: StationRates | null): FoldCity {
  const departures = DAY_KINDS.flatMap(
    (kind) => rates?.[kind]?.departuresPerMin ?? new Array<number>(QUARTERS_A_DAY).fill(Number.NaN),
  );
  return {
    stationIds: ['it'],
    isAsked: Uint8Array.of(1),
    departuresPerMin: Float32Array.from(departures),
    neighbours: {
      start: Uint32Array.of(0, 0),
      index: new Uint32Array(),
      share: new Float32Array(),
    },
  };
}

function dayOfOne({ localDate, openMin, emptyMin }: StationDaySummary) {
  const cells = Uint8Array.from(openMin, (open, quarter) => cellOf(open, emptyMin[quarter]!));
  return { date: localDate, stationIds: ['it'], cells };
}
