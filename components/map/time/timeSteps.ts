import { instantOfLocalMinute, localDayOf, localMinuteText } from '@/lib/units/localMinute';

export const STEPS = ['minute', 'hour', 'day'] as const;
export type TimeStep = (typeof STEPS)[number];

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/**
 * A step along the city's clock. A day leads to the same time of the next day, also where the clock
 * jumped in between.
 *
 * @param at epoch seconds
 */
export function stepped(at: number, step: TimeStep, by: 1 | -1, timeZone: string): number {
  if (step !== 'day') return at + by * (step === 'hour' ? HOUR_S : MINUTE_S);
  const [, time] = localMinuteText(at, timeZone).split('T');
  const today = localDayOf(at, timeZone);
  const noon = (by > 0 ? today.toAt : today.fromAt) + by * 12 * HOUR_S;
  const [date] = localMinuteText(noon, timeZone).split('T');
  return instantOfLocalMinute(`${date}T${time!.slice(0, 5)}`, timeZone)!;
}

/** @param reach epoch seconds, both ends included */
export function within(at: number, reach: { oldestAt: number; newestAt: number }): number {
  const newest = Math.floor(reach.newestAt / MINUTE_S) * MINUTE_S;
  const oldest = Math.ceil(reach.oldestAt / MINUTE_S) * MINUTE_S;
  return Math.max(oldest, Math.min(newest, at));
}
