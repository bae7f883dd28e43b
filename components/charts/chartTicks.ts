import type { TimeSpan } from './series';

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000];
const QUARTER_S = 15 * 60;
const HOUR_S = 3_600;
const DAY_H = 24;
/** Between two ticks with a label, pixels. */
const LABEL_EVERY_PX = 54;
/** Hours between ticks within a day, and days between ticks beyond. */
const WITHIN_A_DAY_H = [0.25, 0.5, 1, 2, 3, 6, 12, DAY_H];
const DAYS = [2, 3, 5, 7, 14, 28];

/**
 * Whole values to mark on an axis from zero, at most four besides the zero.
 *
 * @param maxValue what must fit, 0 or more
 * @returns ascending, the last at least `maxValue`
 */
export function valueTicks(maxValue: number): number[] {
  const most = Math.max(1, Math.ceil(maxValue));
  const step =
    STEPS.find((candidate) => most / candidate <= 4) ?? 10 ** Math.ceil(Math.log10(most));
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

/**
 * The instants to mark on an axis of time: as many as have room for their label, on round hours of
 * the clock on the spot, or on midnights.
 *
 * @param timeZone IANA
 * @param widthPx of the axis
 * @returns epoch seconds, oldest first
 */
export function timeTicks(span: TimeSpan, timeZone: string, widthPx: number): number[] {
  const hours = (span.toAt - span.fromAt) / HOUR_S;
  const leastH = (hours * LABEL_EVERY_PX) / Math.max(1, widthPx);
  const everyH = WITHIN_A_DAY_H.find((step) => step >= leastH);
  if (everyH !== undefined) return clockTicks(span, timeZone, everyH);
  const everyDays = DAYS.find((days) => days * DAY_H >= leastH) ?? DAYS.at(-1)!;
  // Counted from one and the same day, so that the marks do not jump while one moves along.
  return clockTicks(span, timeZone, DAY_H).filter(
    (at) => Math.round(at / (DAY_H * HOUR_S)) % everyDays === 0,
  );
}

/**
 * The instants at which a clock on the spot shows every so many hours, counted from its midnight.
 * Days of 23 and 25 hours come out right, for the clock is asked rather than computed; zones that
 * are quarters of an hour apart too.
 *
 * @param timeZone IANA
 * @param everyH divides 24; a quarter is the least
 * @returns epoch seconds, oldest first
 */
export function clockTicks({ fromAt, toAt }: TimeSpan, timeZone: string, everyH: number): number[] {
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const isTick = (at: number) => {
    const [hour, minute] = clock
      .formatToParts(at * 1_000)
      .filter(({ type }) => type !== 'literal')
      .map(({ value }) => Number(value));
    return (hour! * 60 + minute!) % (everyH * 60) === 0;
  };
  // No day is so short that its midnight lies within this of the one before.
  const afterTickS = everyH === DAY_H ? 22 * HOUR_S : QUARTER_S;
  const ticks: number[] = [];
  for (let at = Math.ceil(fromAt / QUARTER_S) * QUARTER_S; at <= toAt; ) {
    const isOne = isTick(at);
    if (isOne) ticks.push(at);
    at += isOne ? afterTickS : QUARTER_S;
  }
  return ticks;
}
