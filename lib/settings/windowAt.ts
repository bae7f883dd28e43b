import { type LocalTime, MINUTES_A_DAY } from '@/lib/units/localTime';
import type { ThresholdWindow } from './thresholdWindow';

type Span = Pick<ThresholdWindow, 'days' | 'fromMin' | 'toMin'>;

const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** Whether a window contains a local time. It follows the clock on the wall, also when that jumps. */
export function windowContains({ days, fromMin, toMin }: Span, at: LocalTime): boolean {
  const { isoDay, minuteOfDay } = at;
  if (fromMin < toMin)
    return days.includes(isoDay) && minuteOfDay >= fromMin && minuteOfDay < toMin;
  const dayBefore = isoDay === 1 ? 7 : isoDay - 1;
  const sinceToday = days.includes(isoDay) && minuteOfDay >= fromMin;
  return sinceToday || (days.includes(dayBefore) && minuteOfDay < toMin);
}

/** The window in force; settings hold none that overlap, so there is at most one. */
export function windowAt<Window extends Span>(
  windows: readonly Window[],
  at: LocalTime,
): Window | null {
  return windows.find((window) => windowContains(window, at)) ?? null;
}

/** Whether two windows share a minute of the week. */
export function windowsOverlap(a: Span, b: Span): boolean {
  return spans(a).some(([startA, lengthA]) =>
    spans(b).some(([startB, lengthB]) => {
      const ahead = (startB - startA + MINUTES_A_WEEK) % MINUTES_A_WEEK;
      const behind = (startA - startB + MINUTES_A_WEEK) % MINUTES_A_WEEK;
      return ahead < lengthA || behind < lengthB;
    }),
  );
}

/** Each occurrence in a week: its first minute and its length. */
function spans({ days, fromMin, toMin }: Span): [start: number, length: number][] {
  const length = toMin > fromMin ? toMin - fromMin : toMin - fromMin + MINUTES_A_DAY;
  return days.map((day) => [(day - 1) * MINUTES_A_DAY + fromMin, length]);
}
