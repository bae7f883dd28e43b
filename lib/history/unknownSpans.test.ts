import { describe, expect, it } from 'vitest';
import { flagChangesOf } from './flagChanges';
import type { Span, StationSeries } from './stationSeries';
import { unknownSpans } from './unknownSpans';

const HOUR_S = 3_600;
const inHours = (spans: Span[]) =>
  spans.map(({ fromAt, toAt }) => [fromAt, toAt].map((s) => s / HOUR_S));

/** In hours. */
function series(
  toH: number,
  stretchesH: [number, number, 'changes' | 'hours'][],
  rowsH: number[],
  unobservedH: [number, number][] = [],
): StationSeries {
  return {
    stationId: 'a',
    fromAt: 0,
    toAt: toH * HOUR_S,
    stretches: stretchesH.map(([from, to, tier]) => ({
      fromAt: from * HOUR_S,
      toAt: to * HOUR_S,
      tier,
    })),
    samples: {
      at: rowsH.map((hour) => hour * HOUR_S),
      numBikesAvailable: rowsH.map(() => 3),
      numMechanicalAvailable: rowsH.map(() => null),
      numEbikesAvailable: rowsH.map(() => null),
      numDocksAvailable: rowsH.map(() => null),
      flags: rowsH.map((hour) => (hour >= 5 ? 1 : 7)),
    },
    unobserved: unobservedH.map(([from, to]) => ({ fromAt: from * HOUR_S, toAt: to * HOUR_S })),
  };
}

describe('unknownSpans', () => {
  it('lets a change hold until the next one, however long that is', () => {
    expect(inHours(unknownSpans(series(24, [[0, 24, 'changes']], [0, 20])))).toEqual([]);
  });

  it('lets an hour of the archive hold for an hour', () => {
    const found = unknownSpans(series(10, [[0, 10, 'hours']], [0, 1, 2, 5, 6, 7, 8]));
    expect(inHours(found)).toEqual([
      [3, 5],
      [9, 10],
    ]);
  });

  it('knows nothing between tiers, before the first row, nor while nobody looked', () => {
    const found = unknownSpans(
      series(
        24,
        [
          [2, 4, 'hours'],
          [6, 20, 'changes'],
        ],
        [2, 3, 7],
        [
          [10, 11],
          [19, 22],
        ],
      ),
    );
    expect(inHours(found)).toEqual([
      [0, 2],
      [4, 6],
      [10, 11],
      [19, 24],
    ]);
  });

  it('knows nothing of a station without a row', () => {
    expect(inHours(unknownSpans(series(5, [[0, 5, 'changes']], [])))).toEqual([[0, 5]]);
  });
});

describe('flagChangesOf', () => {
  it('tells rows that differ from the one before, and nothing of the first', () => {
    expect(flagChangesOf(series(9, [], [0, 2, 5, 6]))).toEqual([
      { at: 5 * HOUR_S, before: 7, after: 1 },
    ]);
  });
});
