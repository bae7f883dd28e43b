import { z } from 'zod';
import { windowContains } from '@/lib/settings/windowAt';
import type { LocalTime } from '@/lib/units/localTime';

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

const minuteOfDay = z.number().int().min(0).max(1439);

/**
 * A span of the day by the city's clock, minutes since its midnight, the end excluded. A start later
 * than the end means across midnight: 1320 to 360 is from 22:00 to 06:00.
 */
export const dayWindowSchema = z.object({ fromMin: minuteOfDay, toMin: minuteOfDay });
export type DayWindow = z.infer<typeof dayWindowSchema>;

/** Whether the clock stands within the span, on whatever day. */
export function isWithinWindow(window: DayWindow, at: LocalTime): boolean {
  return windowContains({ days: [...WEEK], ...window }, at);
}

/**
 * Whether the clock stands within the span on one of the days. After midnight a span still belongs
 * to the day on which it began: Friday's 22:00 to 02:00 includes Saturday at one.
 *
 * @param window null: the whole day
 */
export function isActiveAt(
  days: readonly number[],
  window: DayWindow | null,
  at: LocalTime,
): boolean {
  if (!window) return days.includes(at.isoDay);
  return windowContains({ days: [...days], ...window }, at);
}
