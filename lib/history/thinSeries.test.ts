import { describe, expect, it } from 'vitest';
import { seededRng } from '@/lib/units/rng';
import type { SeriesColumns } from './stationSeries';
import { thinSeries } from './thinSeries';

const DAY_S = 86_400;
const MONTH = { fromAt: 0, toAt: 30 * DAY_S };

/** at -> bikes, docks; flags 7 unless said. */
function series(rows: readonly (readonly [at: number, bikes: number, flags?: number])[]) {
  return {
    at: rows.map(([at]) => at),
    numBikesAvailable: rows.map(([, bikes]) => bikes),
    numMechanicalAvailable: rows.map(([, bikes]) => bikes - Math.floor(bikes / 3)),
    numEbikesAvailable: rows.map(([, bikes]) => Math.floor(bikes / 3)),
    numDocksAvailable: rows.map(([, bikes]) => 30 - bikes),
    flags: rows.map(([, , flags]) => flags ?? 7),
  } satisfies SeriesColumns;
}

/** Some 5,000 changes of a month, by chance. */
function randomMonth(seed: number): SeriesColumns {
  const rng = seededRng(seed);
  const rows: [number, number, number][] = [[0, 12, 7]];
  for (let at = 60; at < MONTH.toAt; at += 60 * Math.ceil(rng() * 16)) {
    const before = rows.at(-1)!;
    const bikes = Math.min(30, Math.max(0, before[1] + Math.round(rng() * 6 - 3)));
    rows.push([at, bikes, rng() < 0.002 ? 1 : 7]);
  }
  return series(rows);
}

/** The lowest and highest that held in each pixel: what its line covers. */
function covered({ at, numBikesAvailable }: SeriesColumns, pixels: number): string[] {
  const widthS = MONTH.toAt / pixels;
  return Array.from({ length: pixels }, (_, pixel) => {
    const [from, to] = [pixel * widthS, (pixel + 1) * widthS];
    const held = at.findLastIndex((one) => one <= from);
    const inside = at.flatMap((one, row) => (one > from && one < to ? [row] : []));
    const values = [held, ...inside]
      .filter((row) => row >= 0)
      .map((row) => numBikesAvailable[row]!);
    return values.length === 0 ? '' : `${Math.min(...values)}..${Math.max(...values)}`;
  });
}

describe('thinSeries', () => {
  it('keeps the one minute of a month in which the station was empty', () => {
    const full = randomMonth(3);
    const busy = full.at.map((at, row): [number, number] => [at, full.numBikesAvailable[row]! + 1]);
    const at = busy[2_000]![0];
    const withMinute = series([...busy.slice(0, 2_000), [at, 0], ...busy.slice(2_001)]);
    const thin = thinSeries(withMinute, MONTH, 300);
    expect(thin.at.length).toBeLessThan(withMinute.at.length / 2);
    const row = thin.at.indexOf(at);
    expect(thin.numBikesAvailable[row]).toBe(0);
    expect(thin.numDocksAvailable[row]).toBe(30);
  });

  it.each([1, 2, 3, 4])('covers the same pixels as all rows (month %i)', (seed) => {
    const full = randomMonth(seed);
    const thin = thinSeries(full, MONTH, 400);
    expect(thin.at.length).toBeLessThanOrEqual(400 * 8);
    expect(covered(thin, 400)).toEqual(covered(full, 400));
    // Whole rows of the original, in its order: kinds still add up.
    const rows = thin.at.map((at) => full.at.indexOf(at));
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(thin.numEbikesAvailable).toEqual(rows.map((row) => full.numEbikesAvailable[row]));
  });

  it('keeps every change of flags', () => {
    const full = randomMonth(5);
    const changes = ({ at, flags }: SeriesColumns) =>
      at.filter((_, row) => row > 0 && flags[row] !== flags[row - 1]);
    expect(changes(full).length).toBeGreaterThan(4);
    expect(changes(thinSeries(full, MONTH, 50))).toEqual(changes(full));
  });

  it('begins with what held, and ends with the span', () => {
    const full = series([
      [10, 1],
      [20, 2],
      [30, 3],
      [40, 4],
    ]);
    expect(thinSeries(full, { fromAt: 25, toAt: 40 }, 10).at).toEqual([20, 30]);
    expect(thinSeries(full, { fromAt: 0, toAt: 5 }, 10).at).toEqual([]);
    expect(thinSeries(series([]), MONTH, 10).at).toEqual([]);
  });

  it('takes counts that nobody knows', () => {
    const full = {
      ...series([
        [0, 3],
        [60, 6],
        [120, 9],
      ]),
      numDocksAvailable: [null, null, null],
    };
    expect(thinSeries(full, MONTH, 1).at).toEqual([0, 120]);
  });
});
