import { expect, test } from 'vitest';
import { retryAt } from './backOff';

test('pauses 1, 2, 4, then 5 minutes, and never misses the tick it means', () => {
  const failedAt = new Date('2026-11-23T06:00:03Z');
  const ticks = [1, 2, 3, 4, 5, 50].map((failures) => {
    const nextTick = Math.ceil(retryAt(failures, failedAt).getTime() / 60_000) * 60_000;
    return new Date(nextTick).toISOString().slice(11, 16);
  });
  expect(ticks).toEqual(['06:01', '06:02', '06:04', '06:05', '06:05', '06:05']);
});
