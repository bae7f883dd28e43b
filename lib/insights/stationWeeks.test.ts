import { describe, expect, it } from 'vitest';
import {
  type DayKind,
  type KindRates,
  QUARTERS_A_DAY,
  type StationDaySummary,
  type StationRates,
} from '@/lib/history/daySummary';
import { weekdayOf } from './calendar';
import { stationWeeks } from './stationWeeks';

const kindOf = (date: string): DayKind =>
  weekdayOf(date) === 5 ? 'saturday' : weekdayOf(date) === 6 ? 'sunday' : 'weekday';

const quarters = (fill: number) => new Array<number>(QUARTERS_A_DAY).fill(fill);
/** hour -> [open, empty] minutes of each of its quarters; 15 and 0 elsewhere. */
function day(localDate: string, hours: Record<number, [open: number, empty: number]> = {}) {
  const [openMin, emptyMin] = [quarters(15), quarters(0)];
  for (const [hour, [open, empty]] of Object.entries(hours))
    for (let i = 0; i < 4; i++) {
      openMin[Number(hour) * 4 + i] = open;
      emptyMin[Number(hour) * 4 + i] = empty;
    }
  const nothing = quarters(0);
  return {
    ...{ stationId: 'a', localDate, knownToAt: 0, isPartial: false, minBikes: 0 },
    ...{ observedMin: openMin, openMin, emptyMin, fullMin: nothing, stuckMin: nothing },
    ...{ departures: nothing, arrivals: nothing, movedOut: nothing, movedIn: nothing },
  } satisfies StationDaySummary;
}
const rates = (perMin: number): KindRates => ({
  ...{ departuresPerMin: quarters(perMin), arrivalsPerMin: quarters(0) },
  ...{ exposureMin: quarters(90), censoredMin: quarters(0), days: 6 },
  ...{ fromDate: '2026-10-01', toDate: '2026-11-01', computedAt: 0 },
});

describe('stationWeeks', () => {
  it('gives the share of open minutes by hour of the week', () => {
    // Two Mondays.
    const { weekHours, days, fromDate, toDate } = stationWeeks(
      [day('2026-11-09', { 8: [15, 9] }), day('2026-11-16', { 8: [5, 5] })],
      null,
      kindOf,
    );
    expect([days, fromDate, toDate]).toEqual([2, '2026-11-09', '2026-11-16']);
    expect(weekHours[0]![8]).toMatchObject({ days: 2, openMin: 80, emptyMin: 56, emptyShare: 0.7 });
    expect(weekHours[0]![9]!.emptyShare).toBe(0);
    expect(weekHours[1]![8]).toMatchObject({ days: 0, emptyShare: null });
  });

  it('says nothing of the hour that the clock skipped in spring', () => {
    const { weekHours } = stationWeeks(
      [day('2026-03-22', { 2: [15, 15] }), day('2026-03-29', { 2: [0, 0] })],
      null,
      kindOf,
    );
    expect(weekHours[6]![2]).toMatchObject({ days: 1, openMin: 60, emptyShare: 1 });
    expect(weekHours[6]![3]!.days).toBe(2);
  });

  it('counts the hour that came twice in autumn once, with its share', () => {
    const { weekHours } = stationWeeks(
      [day('2026-10-25', { 2: [30, 10] }), day('2026-11-01', { 2: [15, 0] })],
      null,
      kindOf,
    );
    const { openMin, emptyShare } = weekHours[6]![2]!;
    expect(openMin).toBe(120);
    expect(emptyShare).toBeCloseTo(20 / 120);
  });

  it('estimates lost rentals by kind of day, and says for which there is nothing to go by', () => {
    const known: StationRates = {
      ...{ stationId: 'a', weekday: rates(0.1), saturday: null, sunday: rates(0.2) },
    };
    const { kinds } = stationWeeks(
      [day('2026-11-13', { 8: [15, 15] }), day('2026-11-14', { 8: [15, 15] }), day('2026-11-16')],
      known,
      kindOf,
    );
    // 60 empty minutes on one of two weekdays, a rental every ten minutes.
    expect(kinds.weekday.hours[8]!.lostADay).toBeCloseTo(3);
    expect(kinds.weekday.ratedDays).toBe(6);
    expect(kinds.saturday).toMatchObject({ ratedDays: null });
    expect(kinds.saturday.hours[8]!.lostADay).toBeNull();
    expect(kinds.sunday.hours[8]).toMatchObject({ days: 0, lostADay: null });
  });

  it('takes a station of which there is nothing', () => {
    const nothing = { ...day('2026-11-09'), observedMin: quarters(0) };
    expect(stationWeeks([nothing], null, kindOf)).toMatchObject({ days: 0, fromDate: null });
    expect(stationWeeks([], null, kindOf).weekHours).toHaveLength(7);
  });
});
