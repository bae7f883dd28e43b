import { describe, expect, it } from 'vitest';
import { localTimeOf } from './localTime';

const at = (instant: string, zone = 'Europe/Paris') => {
  const { isoDay, minuteOfDay } = localTimeOf(new Date(instant), zone);
  return [isoDay, Math.floor(minuteOfDay / 60), minuteOfDay % 60];
};

describe('localTimeOf', () => {
  it('is the wall clock of the zone, days from Monday 1 to Sunday 7', () => {
    expect(at('2026-11-23T06:59:59Z')).toEqual([1, 7, 59]);
    expect(at('2026-11-22T23:00:00Z')).toEqual([1, 0, 0]);
    expect(at('2026-11-22T22:59:00Z')).toEqual([7, 23, 59]);
    expect(at('2026-11-22T22:59:00Z', 'Asia/Kathmandu')).toEqual([1, 4, 44]);
  });

  it('jumps where the clock does', () => {
    expect(at('2026-03-29T00:59:00Z')).toEqual([7, 1, 59]);
    expect(at('2026-03-29T01:00:00Z')).toEqual([7, 3, 0]);
    expect(at('2026-10-25T00:30:00Z')).toEqual([7, 2, 30]);
    expect(at('2026-10-25T01:30:00Z')).toEqual([7, 2, 30]);
  });
});
