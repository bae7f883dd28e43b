import { describe, expect, it } from 'vitest';
import { instantOfLocalMinute, localDayOf, localMinuteText } from './localMinute';

const PARIS = 'Europe/Paris';
const s = (iso: string) => Date.parse(iso) / 1_000;

describe('a minute of the city’s clock as text', () => {
  it('is what the wall shows, wherever the city lies', () => {
    const at = s('2026-11-23T06:30:42Z');
    expect(localMinuteText(at, PARIS)).toBe('2026-11-23T07:30');
    expect(localMinuteText(at, 'Pacific/Kiritimati')).toBe('2026-11-23T20:30');
    expect(localMinuteText(at, 'Pacific/Pago_Pago')).toBe('2026-11-22T19:30');
    expect(localMinuteText(at, 'Asia/Kathmandu')).toBe('2026-11-23T12:15');
  });

  it('names every minute of the year once, also where the clock jumps', () => {
    const days = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-12-31'];
    for (const zone of [PARIS, 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']) {
      for (const day of days) {
        for (let minute = 0; minute < 2_880; minute += 7) {
          const at = s(`${day}T00:00:00Z`) + minute * 60;
          expect(instantOfLocalMinute(localMinuteText(at, zone), zone)).toBe(at);
        }
      }
    }
  });

  it('tells the second of two equal hours by UTC, and moves a skipped minute on', () => {
    expect(localMinuteText(s('2026-10-25T00:30:00Z'), PARIS)).toBe('2026-10-25T02:30');
    expect(localMinuteText(s('2026-10-25T01:30:00Z'), PARIS)).toBe('2026-10-25T01:30Z');
    expect(instantOfLocalMinute('2026-03-29T02:30', PARIS)).toBe(s('2026-03-29T01:30:00Z'));
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30T10:00',
    '2026-11-23T25:00',
    '2026-11-23',
    '2026-11-23T07:30:00',
  ])('is not %j', (text) => expect(instantOfLocalMinute(text, PARIS)).toBeNull());
});

describe('localDayOf', () => {
  it('is 23, 24 or 25 hours long', () => {
    const hours = (iso: string) => {
      const { fromAt, toAt } = localDayOf(s(iso), PARIS);
      return [new Date(fromAt * 1_000).toISOString(), (toAt - fromAt) / 3_600];
    };
    expect(hours('2026-11-23T22:59:00Z')).toEqual(['2026-11-22T23:00:00.000Z', 24]);
    expect(hours('2026-03-29T12:00:00Z')).toEqual(['2026-03-28T23:00:00.000Z', 23]);
    expect(hours('2026-10-25T22:30:00Z')).toEqual(['2026-10-24T22:00:00.000Z', 25]);
  });
});
