import type { DayKind } from './daySummary';
import { isHoliday } from './holidays';

/**
 * The kind of a day in a city: public holidays count as Sundays.
 *
 * @param localDate YYYY-MM-DD
 * @param timeZone IANA zone, which tells the country where its holidays are known
 */
export function dayKindOf(localDate: string, timeZone: string): DayKind {
  const weekday = new Date(`${localDate}T00:00Z`).getUTCDay();
  if (weekday === 0 || isHoliday(localDate, timeZone)) return 'sunday';
  return weekday === 6 ? 'saturday' : 'weekday';
}
