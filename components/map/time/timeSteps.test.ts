import { describe, expect, it } from 'vitest';
import { stepped, within } from './timeSteps';

const s = (iso: string) => Date.parse(iso) / 1_000;
const iso = (at: number) => new Date(at * 1_000).toISOString().slice(0, 16);

describe('stepped', () => {
  it('goes by minutes, hours and days', () => {
    const at = s('2026-11-23T06:30:00Z');
    expect(iso(stepped(at, 'minute', -1, 'Europe/Paris'))).toBe('2026-11-23T06:29');
    expect(iso(stepped(at, 'hour', 1, 'Europe/Paris'))).toBe('2026-11-23T07:30');
    expect(iso(stepped(at, 'day', -1, 'Europe/Paris'))).toBe('2026-11-22T06:30');
  });

  it('keeps the time of the day over a jump of the clock', () => {
    const before = s('2026-10-24T05:30:00Z');
    expect(iso(stepped(before, 'day', 1, 'Europe/Paris'))).toBe('2026-10-25T06:30');
    expect(iso(stepped(s('2026-10-25T06:30:00Z'), 'day', -1, 'Europe/Paris'))).toBe(
      '2026-10-24T05:30',
    );
    expect(iso(stepped(s('2026-03-28T06:30:00Z'), 'day', 1, 'Europe/Paris'))).toBe(
      '2026-03-29T05:30',
    );
  });
});

describe('within', () => {
  it('keeps to whole minutes of what is known', () => {
    const reach = { oldestAt: 61, newestAt: 659 };
    expect(within(0, reach)).toBe(120);
    expect(within(300, reach)).toBe(300);
    expect(within(900, reach)).toBe(600);
  });
});
