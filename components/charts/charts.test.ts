import { describe, expect, it } from 'vitest';
import { areaPath, chartScale, stepPath } from './chartScale';
import { clockTicks, timeTicks, valueTicks } from './chartTicks';
import { zoomKey } from './chartZoom';
import { cursorMove } from './cursorMove';
import { addSeries, blankOut, rangeWithin, type SeriesPoint, spansWhere, valueAt } from './series';

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

describe('stacks', () => {
  const scale = chartScale({ fromAt: 0, toAt: 100 }, 10, 100, 10, {
    ...{ left: 0, right: 0, top: 0, bottom: 0 },
  });

  it('stand on the ground and open where nothing is known', () => {
    expect(areaPath(points, 100, scale)).toBe('M10 10V6H20V10H30V10ZM40 10V3H100V10Z');
  });

  it('add up where both are known', () => {
    const other: SeriesPoint[] = [
      { at: 0, value: 1 },
      { at: 15, value: 2 },
    ];
    expect(addSeries(points, other)).toEqual([
      { at: 0, value: null },
      { at: 10, value: 5 },
      { at: 15, value: 6 },
      { at: 20, value: 2 },
      { at: 30, value: null },
      { at: 40, value: 9 },
    ]);
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

  it('finds every midnight of a month, the long day and the short one included', () => {
    const month = {
      fromAt: Date.parse('2026-10-10T12:00Z') / 1_000,
      toAt: Date.parse('2026-11-09T12:00Z') / 1_000,
    };
    const midnights = clockTicks(month, 'Europe/Paris', 24);
    expect(midnights).toHaveLength(30);
    const hours = midnights.map((at) => new Date(at * 1_000).getUTCHours());
    expect([hours[0], hours.at(-1)]).toEqual([22, 23]);
  });

  it('knows zones of quarters of an hour', () => {
    expect(hours('2026-11-22T17:00Z', '2026-11-22T20:00Z', 'Asia/Kathmandu')).toEqual(['18:15']);
  });
});

describe('timeTicks', () => {
  const ticks = (hours: number, widthPx: number) =>
    timeTicks({ fromAt: 0, toAt: hours * 3_600 }, 'UTC', widthPx).map((at) => at / 3_600);

  it('marks as much as has room for words', () => {
    expect(ticks(24, 320)).toEqual([0, 6, 12, 18, 24]);
    expect(ticks(24, 800)).toHaveLength(13);
    expect(ticks(2, 800)).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);
    expect(ticks(7 * 24, 400)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((day) => day * 24));
    expect(ticks(14 * 24, 400)).toEqual([0, 2, 4, 6, 8, 10, 12, 14].map((day) => day * 24));
    for (const [hours, widthPx] of [
      [30 * 24, 320],
      [400 * 24, 900],
    ] as const) {
      const shown = ticks(hours, widthPx);
      expect(shown.length).toBeGreaterThan(2);
      expect(shown.length).toBeLessThanOrEqual(widthPx / 30);
    }
  });
});

describe('zoomKey', () => {
  const span = { fromAt: 0, toAt: 100 };
  const press = (key: string, shiftKey = false) => zoomKey({ key, shiftKey }, span, 20);

  it('zooms about the cursor, moves on, and leads back to all', () => {
    expect(press('+')).toEqual({ fromAt: 10, toAt: 60 });
    expect(press('-')).toEqual({ fromAt: -20, toAt: 180 });
    expect(press('ArrowLeft', true)).toEqual({ fromAt: -25, toAt: 75 });
    expect(press('ArrowRight', true)).toEqual({ fromAt: 25, toAt: 125 });
    expect(press('0')).toBe('all');
    expect([press('ArrowLeft'), press('a')]).toEqual([null, null]);
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

  it('takes longer steps over longer spans', () => {
    const month = { fromAt: 0, toAt: 30 * 86_400 };
    expect(cursorMove('ArrowRight', 0, month)).toBe(2 * 3_600);
    expect(cursorMove('PageUp', 0, month)).toBe(86_400);
    expect(cursorMove('ArrowRight', 0, { fromAt: 0, toAt: 3_600 })).toBe(60);
  });
});
