import { describe, expect, it } from 'vitest';
import type { ThresholdWindow } from './thresholdWindow';
import { windowsDuring } from './windowsDuring';

const seconds = (text: string) => Date.parse(text) / 1_000;
const rush: ThresholdWindow = {
  windowId: 'rush',
  name: 'Rush',
  days: [1, 2, 3, 4, 5],
  fromMin: 7 * 60 + 10,
  toMin: 9 * 60,
};
const night: ThresholdWindow = { ...rush, windowId: 'night', fromMin: 23 * 60, toMin: 2 * 60 };

function inWords(windows: ThresholdWindow[], from: string, to: string): string[] {
  const span = { fromAt: seconds(from), toAt: seconds(to) };
  return windowsDuring(windows, span, 'Europe/Paris').map(({ fromAt, toAt, window }) => {
    const clock = (at: number) => new Date(at * 1_000).toISOString().slice(8, 16);
    return `${clock(fromAt)} ${clock(toAt)} ${window?.windowId ?? '-'}`;
  });
}

describe('windowsDuring', () => {
  it('is one span where there are no windows', () => {
    expect(inWords([], '2026-11-22T12:00Z', '2026-11-23T12:00Z')).toEqual(['22T12:00 23T12:00 -']);
  });

  it('follows the city’s clock to the minute, and its days', () => {
    // Sunday noon to Monday noon: 7:10 in Paris is 6:10 UTC.
    expect(inWords([rush], '2026-11-22T12:07Z', '2026-11-23T12:07Z')).toEqual([
      '22T12:07 23T06:10 -',
      '23T06:10 23T08:00 rush',
      '23T08:00 23T12:07 -',
    ]);
  });

  it('crosses midnight, and the night whose clock goes back', () => {
    expect(inWords([night], '2026-10-23T20:00Z', '2026-10-24T04:00Z')).toEqual([
      '23T20:00 23T21:00 -',
      '23T21:00 24T00:00 night',
      '24T00:00 24T04:00 -',
    ]);
    const friday = { ...night, days: [6] };
    // From 25 October 2026 at 3 the clock shows 2 again: what ends at 2 has ended by then.
    expect(inWords([friday], '2026-10-24T20:00Z', '2026-10-25T04:00Z')).toEqual([
      '24T20:00 24T21:00 -',
      '24T21:00 25T00:00 night',
      '25T00:00 25T04:00 -',
    ]);
  });
});
