import { describe, expect, it } from 'vitest';
import { dayClockOf } from './dayClock';

const minutesOf = (quarterOf: Uint8Array, quarter: number) =>
  quarterOf.filter((one) => one === quarter).length;

describe('dayClockOf', () => {
  it('has 96 quarters of 15 minutes on most days', () => {
    const { fromAt, toAt, quarterOf } = dayClockOf('2026-11-23', 'Europe/Paris');
    expect(new Date(fromAt * 1_000).toISOString()).toBe('2026-11-22T23:00:00.000Z');
    expect(toAt - fromAt).toBe(86_400);
    for (let q = 0; q < 96; q++) expect(minutesOf(quarterOf, q)).toBe(15);
  });

  it('leaves out the hour that the clock skips, and doubles the one that it shows twice', () => {
    const spring = dayClockOf('2026-03-29', 'Europe/Paris').quarterOf;
    expect(spring.length).toBe(1_380);
    expect([7, 8, 11, 12].map((q) => minutesOf(spring, q))).toEqual([15, 0, 0, 15]);
    const autumn = dayClockOf('2026-10-25', 'Europe/Paris').quarterOf;
    expect(autumn.length).toBe(1_500);
    expect([7, 8, 11, 12].map((q) => minutesOf(autumn, q))).toEqual([15, 30, 30, 15]);
  });

  it('refuses what is no day', () => {
    expect(() => dayClockOf('2026-02-30', 'Europe/Paris')).toThrow(RangeError);
  });
});
