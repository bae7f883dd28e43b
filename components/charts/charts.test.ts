import { describe, expect, it } from 'vitest';
import { chartScale, stepPath } from './chartScale';
import { clockTicks, valueTicks } from './chartTicks';
import { cursorMove } from './cursorMove';
import { blankOut, rangeWithin, type SeriesPoint, spansWhere, valueAt } from './series';

const points: SeriesPoint[] = [
  { at: 10, value: 4 },
  { at: 20, value: 0 },
  { at: 30, value: null },
  { at: 40, value: 7 },
];

describe('valueAt', () => {
  it('gives what held, and nothing before the first point or in a gap', () => {
    expect([9, 10, 19, 20, 35, 40, 999].map((at) => valueAt(points, at))).toEqual([
      null,
      4,
      4,
      0,
      null,
      7,
      7,
    ]);
    expect(valueAt([], 5)).toBeNull();
  });
});

describe('blankOut', () => {
  const held: SeriesPoint[] = [
    { at: 0, value: 5 },
    { at: 50, value: 3 },
  ];

  it('silences a span, and says again afterwards what holds then', () => {
    expect(blankOut(held, [{ fromAt: 20, toAt: 60 }])).toEqual([
      { at: 0, value: 5 },
      { at: 20, value: null },
      { at: 60, value: 3 },
    ]);
  });

  it('joins blanks that overlap, and takes one that has no end in sight', () => {
    const blanks = [
      { fromAt: 30, toAt: 40 },
      { fromAt: 10, toAt: 35 },
      { fromAt: 70, toAt: 100 },
    ];
    expect(blankOut(held, blanks)).toEqual([
      { at: 0, value: 5 },
      { at: 10, value: null },
      { at: 40, value: 5 },
      { at: 50, value: 3 },
      { at: 70, value: null },
      { at: 100, value: 3 },
    ]);
  });

  it('invents nothing before the first point', () => {
    expect(blankOut([{ at: 50, value: 3 }], [{ fromAt: 0, toAt: 20 }])).toEqual([
      { at: 50, value: 3 },
    ]);
  });
});

describe('rangeWithin', () => {
  it('counts what held at the beginning too', () => {
    expect(rangeWithin(points, { fromAt: 15, toAt: 25 })).toEqual({ lowest: 0, highest: 4 });
    expect(rangeWithin(points, { fromAt: 21, toAt: 29 })).toEqual({ lowest: 0, highest: 0 });
    expect(rangeWithin(points, { fromAt: 30, toAt: 40 })).toBeNull();
  });
});

describe('spansWhere', () => {
  it('joins neighbours, breaks at gaps and ends at the end', () => {
    expect(spansWhere(points, 60, (value) => value < 5)).toEqual([{ fromAt: 10, toAt: 30 }]);
    expect(spansWhere(points, 60, (value) => value >= 0)).toEqual([
      { fromAt: 10, toAt: 30 },
      { fromAt: 40, toAt: 60 },
    ]);
  });
});

describe('paths', () => {
  const margins = { left: 0, right: 0, top: 0, bottom: 0 };
  const scale = chartScale({ fromAt: 0, toAt: 100 }, 10, 100, 10, margins);

  it('are steps that break where nothing is known', () => {
    expect(stepPath(points, 100, scale)).toBe('M10 6H20V10H30M40 3H100');
    expect(stepPath([], 100, scale)).toBe('');
  });

  it('leads back from a place to an instant', () => {
    expect(scale.atOf(scale.xOf(42))).toBeCloseTo(42);
    expect([scale.atOf(-50), scale.atOf(500)]).toEqual([0, 100]);
  });
});

describe('valueTicks', () => {
  it('reaches what must fit with few whole numbers', () => {
    expect(valueTicks(0)).toEqual([0, 1]);
    expect(valueTicks(7)).toEqual([0, 2, 4, 6, 8]);
    expect(valueTicks(30)).toEqual([0, 10, 20, 30]);
    for (const most of [1, 3, 17, 63, 99, 1_234, 98_765]) {
      const ticks = valueTicks(most);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    }
  });
});

describe('clockTicks', () => {
  const hours = (from: string, to: string, zone: string) =>
    clockTicks({ fromAt: Date.parse(from) / 1_000, toAt: Date.parse(to) / 1_000 }, zone, 6).map(
      (at) => new Date(at * 1_000).toISOString().slice(11, 16),
    );

  it('follows the clock on the spot, on days of 23 and 25 hours too', () => {
    expect(hours('2026-11-22T12:30Z', '2026-11-23T12:30Z', 'Europe/Paris')).toEqual([
      '17:00',
      '23:00',
      '05:00',
      '11:00',
    ]);
    // The night of 24 to 25 October 2026 has an hour more in Paris, that of 28 March one less.
    expect(hours('2026-10-24T20:00Z', '2026-10-25T12:00Z', 'Europe/Paris')).toEqual([
      '22:00',
      '05:00',
      '11:00',
    ]);
    expect(hours('2026-03-28T20:00Z', '2026-03-29T12:00Z', 'Europe/Paris')).toEqual([
      '23:00',
      '04:00',
      '10:00',
    ]);
  });

  it('knows zones of quarters of an hour', () => {
    expect(hours('2026-11-22T17:00Z', '2026-11-22T20:00Z', 'Asia/Kathmandu')).toEqual(['18:15']);
  });
});

describe('cursorMove', () => {
  const span = { fromAt: 0, toAt: 86_400 };

  it('moves by minutes, by hours and to the ends, never beyond', () => {
    expect(cursorMove('ArrowLeft', 600, span)).toBe(300);
    expect(cursorMove('ArrowRight', 86_300, span)).toBe(86_400);
    expect(cursorMove('PageDown', 1_000, span)).toBe(0);
    expect(cursorMove('PageUp', 1_000, span)).toBe(4_600);
    expect([cursorMove('Home', 5, span), cursorMove('End', 5, span)]).toEqual([0, 86_400]);
    expect(cursorMove('Escape', 5, span)).toBeNull();
  });
});
