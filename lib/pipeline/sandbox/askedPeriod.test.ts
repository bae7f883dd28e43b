import { describe, expect, it } from 'vitest';
import { spanOfPeriod } from './askedPeriod';

const PARIS = 'Europe/Paris';
const at = (text: string) => Date.parse(text) / 1_000;
const NOW_AT = at('2026-11-23T10:30:00Z');
const days = (from: string, to: string) => spanOfPeriod({ kind: 'days', from, to }, PARIS, NOW_AT);

describe('spanOfPeriod', () => {
  it('reaches back so many days from now', () => {
    const span = spanOfPeriod({ kind: 'last', days: 7 }, PARIS, NOW_AT);
    expect(span).toEqual({ fromAt: at('2026-11-16T10:30:00Z'), toAt: NOW_AT });
  });

  it('takes local days with the last one in it, also where the clock goes back', () => {
    expect(days('2022-05-16', '2022-05-22')).toEqual({
      fromAt: at('2022-05-15T22:00:00Z'),
      toAt: at('2022-05-22T22:00:00Z'),
    });
    expect(days('2026-10-01', '2026-10-31')).toEqual({
      fromAt: at('2026-09-30T22:00:00Z'),
      toAt: at('2026-10-31T23:00:00Z'),
    });
  });

  it('ends now at the latest', () => {
    expect(days('2026-11-23', '2026-11-30')?.toAt).toBe(NOW_AT);
  });

  it.each([
    ['ends before it begins', '2026-11-20', '2026-11-19'],
    ['lies in the future', '2026-11-24', '2026-11-25'],
    ['is longer than a month', '2026-09-01', '2026-10-02'],
  ])('refuses a period that %s', (_, from, to) => {
    expect(days(from, to)).toBeNull();
  });
});
