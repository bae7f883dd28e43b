import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTimeOf, MINUTES_A_DAY } from '@/lib/units/localTime';
import { windowAt, windowContains, windowsOverlap } from './windowAt';

const time = (isoDay: number, hours: number, minutes = 0) => ({
  isoDay,
  minuteOfDay: hours * 60 + minutes,
});
const rush = { days: [1, 2, 3, 4, 5], fromMin: 7 * 60, toMin: 10 * 60 };
const night = { days: [5, 6], fromMin: 22 * 60, toMin: 2 * 60 };
const sunday = { days: [7], fromMin: 0, toMin: 0 };

describe('windowContains', () => {
  it.each([
    ['the start belongs to it', rush, time(1, 7), true],
    ['a minute before', rush, time(1, 6, 59), false],
    ['its last minute', rush, time(1, 9, 59), true],
    ['the end does not', rush, time(1, 10), false],
    ['another day', rush, time(6, 8), false],
    ['Friday night', night, time(5, 22), true],
    ['after midnight it is still Friday’s', night, time(6, 1, 59), true],
    ['until its end', night, time(6, 2), false],
    ['Saturday’s ends on Sunday', night, time(7, 1), true],
    ['Thursday’s night is none', night, time(5, 1), false],
    ['Sunday’s night is none', night, time(7, 23), false],
    ['24 hours from midnight', sunday, time(7, 0), true],
    ['to the last minute', sunday, time(7, 23, 59), true],
    ['and not the next day', sunday, time(1, 0), false],
    ['Sunday evening runs into Monday', { ...night, days: [7] }, time(1, 1), true],
  ])('%s', (_, window, at, isInside) => {
    expect(windowContains(window, at)).toBe(isInside);
  });

  it('follows the clock on the wall: an hour that is skipped or comes twice', () => {
    const small = { days: [7], fromMin: 2 * 60, toMin: 3 * 60 };
    const inside = (instant: string) =>
      windowContains(small, localTimeOf(new Date(instant), 'Europe/Paris'));
    expect([inside('2026-03-29T00:59:00Z'), inside('2026-03-29T01:00:00Z')]).toEqual([
      false,
      false,
    ]);
    expect([inside('2026-10-25T00:30:00Z'), inside('2026-10-25T01:30:00Z')]).toEqual([true, true]);
    expect(inside('2026-10-25T02:00:00Z')).toBe(false);
  });
});

const windowArbitrary = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  fromMin: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
  toMin: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
});
const week = Array.from({ length: 7 * 96 }, (_, quarter) => ({
  isoDay: 1 + Math.floor(quarter / 96),
  minuteOfDay: (quarter % 96) * 15,
}));

describe('windowsOverlap', () => {
  it('is true exactly where some time is in both', () => {
    fc.assert(
      fc.property(windowArbitrary, windowArbitrary, (a, b) => {
        const shared = week.some((at) => windowContains(a, at) && windowContains(b, at));
        expect(windowsOverlap(a, b)).toBe(shared);
      }),
    );
  });

  it('lets one window begin where another ends', () => {
    const next = { days: [1], fromMin: 10 * 60, toMin: 12 * 60 };
    expect(windowsOverlap(rush, next)).toBe(false);
    expect(windowAt([rush, next], time(1, 10))).toBe(next);
    expect(windowAt([rush, next], time(1, 12))).toBeNull();
  });

  it('covers as much of the week as its days are long', () => {
    fc.assert(
      fc.property(windowArbitrary, (window) => {
        const { days, fromMin, toMin } = window;
        const long = toMin > fromMin ? toMin - fromMin : toMin - fromMin + MINUTES_A_DAY;
        const inside = week.filter((at) => windowContains(window, at));
        expect(inside).toHaveLength((days.length * long) / 15);
      }),
    );
  });
});
