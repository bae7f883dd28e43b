import { describe, expect, test } from 'vitest';
import { planDigest } from './planDigest';

const nothing = {
  digestEveryMin: 10,
  quietHours: null,
  timezone: 'Europe/Paris',
  hasNews: false,
  lastDigestAt: null,
  hasHeldBack: false,
  lastSentOutAt: null,
};
const at = (text: string) => new Date(text);

test('the first news goes at once, the next waits for its window', () => {
  const nowAt = at('2026-11-23T08:00:00Z');
  expect(planDigest({ ...nothing, hasNews: true }, nowAt)).toEqual({
    ...{ makeDigest: true, sendOut: true },
  });
  const lastDigestAt = at('2026-11-23T07:50:01Z');
  const known = { ...nothing, hasNews: true, lastDigestAt, lastSentOutAt: lastDigestAt };
  expect(planDigest(known, nowAt)).toEqual({ makeDigest: false, sendOut: false });
  expect(planDigest(known, at('2026-11-23T08:00:01Z'))).toEqual({
    ...{ makeDigest: true, sendOut: true },
  });
});

test('without news there is nothing to say', () => {
  expect(planDigest(nothing, at('2026-11-23T08:00:00Z'))).toEqual({
    ...{ makeDigest: false, sendOut: false },
  });
});

describe('quiet hours from 22:00 to 06:00 in Paris', () => {
  const quietHours = { fromMin: 22 * 60, toMin: 6 * 60 };
  const sendsAt = (text: string) =>
    planDigest({ ...nothing, quietHours, hasHeldBack: true }, at(text)).sendOut;

  test.each([
    ['2026-11-23T20:59:00Z', true], // 21:59
    ['2026-11-23T21:00:00Z', false], // 22:00
    ['2026-11-23T23:30:00Z', false], // 00:30
    ['2026-11-24T04:59:00Z', false], // 05:59
    ['2026-11-24T05:00:00Z', true], // 06:00
    // The night of 29 March is an hour short, that of 25 October an hour long.
    ['2026-03-29T03:59:00Z', false], // 05:59 summer time
    ['2026-03-29T04:00:00Z', true], // 06:00
    ['2026-10-25T04:59:00Z', false], // 05:59 winter time
    ['2026-10-25T05:00:00Z', true], // 06:00
  ])('%s: %s', (text, sends) => expect(sendsAt(text)).toBe(sends));

  test('the inbox goes on', () => {
    const known = { ...nothing, quietHours, hasNews: true };
    expect(planDigest(known, at('2026-11-23T23:00:00Z'))).toEqual({
      ...{ makeDigest: true, sendOut: false },
    });
  });
});
