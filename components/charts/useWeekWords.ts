'use client';

import { useFormatter } from 'use-intl';

/** 5 January 2026 is a Monday. */
const MONDAY_MS = Date.UTC(2026, 0, 5);
const HOUR_MS = 3_600_000;

/** How days of the week and hours of the day are written. */
export function useWeekWords() {
  const format = useFormatter();
  const dayOf = (day: number, weekday: 'short' | 'long') =>
    format.dateTime(new Date(MONDAY_MS + day * 24 * HOUR_MS), { weekday, timeZone: 'UTC' });
  /** "08:00", 0..24. */
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return {
    /** @param day 0 is Monday */
    shortDay: (day: number) => dayOf(day, 'short'),
    longDay: (day: number) => dayOf(day, 'long'),
    /** "08:00–09:00". */
    hour: (hour: number) => `${clock(hour)}–${clock(hour + 1)}`,
  };
}
