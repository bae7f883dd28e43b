import type { TimeSpan } from './series';

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000];
const QUARTER_S = 15 * 60;

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
 * The instants at which a clock on the spot shows every so many hours, counted from its midnight.
 * Days of 23 and 25 hours come out right, for the clock is asked rather than computed; zones that
 * are quarters of an hour apart too.
 *
 * @param timeZone IANA
 * @param everyH divides 24
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
    return minute === 0 && hour! % everyH === 0;
  };
  const ticks: number[] = [];
  for (let at = Math.ceil(fromAt / QUARTER_S) * QUARTER_S; at <= toAt; at += QUARTER_S)
    if (isTick(at)) ticks.push(at);
  return ticks;
}
