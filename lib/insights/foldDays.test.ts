import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_KINDS, type DayKind, QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { addDays, mondayOf, weekdayOf } from './calendar';
import { cellOf, type DayCells } from './dayCells';
import type { FoldCity } from './foldCity';
import { createDayFold, firstDayOf } from './foldDays';
import { asksKind } from './insightFilter';
import { stationRowsOf } from './stationRows';
import { type PlainCity, plainStation } from './testPlainInsights';

/** Monday. */
const FIRST = '2026-11-02';
const kindOf = (date: string): DayKind =>
  weekdayOf(date) === 5 ? 'saturday' : weekdayOf(date) === 6 ? 'sunday' : 'weekday';

const cellArb = fc
  .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 }))
  .map(([a, b]) => cellOf(Math.max(a, b), Math.min(a, b)));

/** A city of three stations on a line, with days that may miss one of them. */
const cityArb = fc
  .record({
    days: fc.array(
      fc.record({
        ids: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
        bytes: fc.array(cellArb, {
          minLength: 3 * QUARTERS_A_DAY,
          maxLength: 3 * QUARTERS_A_DAY,
        }),
      }),
      { minLength: 1, maxLength: 16 },
    ),
    rate: fc.constantFrom(0.1, 0.5, Number.NaN),
    isAsked: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    hours: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 })),
    kind: fc.constantFrom('weekday' as const, 'saturday' as const, 'every' as const),
    periodDays: fc.integer({ min: 1, max: 16 }),
  })
  .filter(({ hours: [from, to] }) => from < to);

function foldCityOf(rate: number, isAsked: readonly boolean[]): FoldCity {
  return {
    stationIds: ['a', 'b', 'c'],
    isAsked: Uint8Array.from(isAsked, Number),
    departuresPerMin: new Float32Array(3 * DAY_KINDS.length * QUARTERS_A_DAY).fill(rate),
    // a - b - c: the outer two reach the one between alone.
    neighbours: {
      start: Uint32Array.of(0, 1, 3, 4),
      index: Uint32Array.of(1, 0, 2, 1),
      share: Float32Array.of(0.5, 0.5, 0.75, 0.75),
    },
  };
}

test('one pass counts what a plain count of every quarter-hour counts', () => {
  fc.assert(
    fc.property(cityArb, ({ days, rate, isAsked, hours: [fromH, toH], kind, periodDays }) => {
      const cells: DayCells[] = days.map(({ ids, bytes }, i) => ({
        date: addDays(FIRST, i),
        stationIds: ids,
        cells: Uint8Array.from(bytes.slice(0, ids.length * QUARTERS_A_DAY)),
      }));
      const to = cells.at(-1)!.date;
      const period = { from: addDays(to, 1 - periodDays), to };
      const city = foldCityOf(rate, isAsked);
      const fold = createDayFold(city, { kind, fromH, toH }, period);
      for (const day of cells) fold.addDay(day, kindOf(day.date));

      const plainCity: PlainCity = { days: cells, city, fromH, toH };
      const asked = cells.filter(({ date }) => asksKind({ kind }, kindOf(date)));
      const inPeriod = asked.filter(({ date }) => date >= period.from);
      const rows = stationRowsOf(fold.totals.stations, {
        stationIds: city.stationIds,
        names: city.stationIds,
        districtIds: [null, null, null],
        removedAt: [null, null, null],
      });
      const expected = city.stationIds.flatMap((stationId, i) => {
        if (!isAsked[i]) return [];
        return plainStation({ ...plainCity, days: inPeriod }, stationId) ?? [];
      });
      expect(rows.map(({ stationId }) => stationId)).toEqual(expected.map((one) => one.stationId));
      rows.forEach((row, i) => {
        const plain = expected[i]!;
        expect(row).toMatchObject({
          days: plain.days,
          emptyDays: plain.emptyDays,
          openMin: plain.openMin,
          emptyMin: plain.emptyMin,
        });
        expect((row.coveredShare ?? 0) * row.emptyMin).toBeCloseTo(plain.coveredMin, 3);
        const isKnown = !Number.isNaN(rate) || plain.emptyMin === 0;
        if (isKnown) {
          expect(row.lostADay! * row.days).toBeCloseTo(plain.lost, 2);
          expect(row.uncoveredADay! * row.days).toBeCloseTo(plain.uncoveredLost, 2);
        } else expect([row.lostADay, row.uncoveredADay]).toEqual([null, null]);
      });
      const emptyMin = expected.reduce((sum, plain) => sum + plain.emptyMin, 0);
      expect(fold.totals.asked.emptyMin).toBe(emptyMin);
      const weeks = [...fold.totals.weeks.values()];
      expect(weeks.reduce((sum, week) => sum + week.emptyMin, 0)).toBe(emptyMin);
      expect([...fold.totals.weeks.keys()].every((day) => mondayOf(day) === day)).toBe(true);
    }),
    { numRuns: 120 },
  );
});

test('hours of the week and of a kind of day know every hour, whatever was asked', () => {
  const day = (date: string): DayCells => ({
    date,
    stationIds: ['a'],
    cells: new Uint8Array(QUARTERS_A_DAY).fill(cellOf(15, 5)),
  });
  const city = foldCityOf(0.2, [true, true, true]);
  const fold = createDayFold(
    city,
    { kind: 'saturday', fromH: 7, toH: 10 },
    {
      from: FIRST,
      to: addDays(FIRST, 6),
    },
  );
  fold.addDay(day(FIRST), 'weekday');
  fold.addDay(day(addDays(FIRST, 1)), 'sunday'); // a holiday on a Tuesday
  const { weekHours, kindHours, asked } = fold.totals;
  expect(weekHours[1]![3]).toMatchObject({ days: 1, openMin: 60, emptyMin: 20 });
  expect(weekHours[1]![3]!.lost).toBeCloseTo(4);
  expect(kindHours[2]![3]).toMatchObject({ days: 1, emptyMin: 20 });
  expect(weekHours[2]![3]!.days).toBe(0);
  expect(asked.days).toBe(0);
});

test('the last week is set against the one before it, also where the period is shorter', () => {
  const to = '2026-11-15';
  const period = { from: to, to };
  expect(firstDayOf(period)).toBe('2026-11-02');
  const city = foldCityOf(0.2, [true, true, true]);
  const fold = createDayFold(city, { kind: 'every', fromH: 0, toH: 24 }, period);
  for (let i = 0; i < 14; i++) {
    const date = addDays(firstDayOf(period), i);
    const empty = i < 7 ? 3 : 9;
    const cells = new Uint8Array(QUARTERS_A_DAY).fill(cellOf(15, empty));
    fold.addDay({ date, stationIds: ['a'], cells }, kindOf(date));
  }
  const [row] = stationRowsOf(fold.totals.stations, {
    stationIds: ['a'],
    names: ['a'],
    districtIds: [null],
    removedAt: [null],
  });
  expect(row!.weekChange).toBeCloseTo(0.6 - 0.2);
  expect(row!.days).toBe(1);
});

test('the doubled hour of autumn counts once, with its share', () => {
  expect(cellOf(30, 30)).toBe(cellOf(15, 15));
  expect(cellOf(30, 10)).toBe(cellOf(15, 5));
});
