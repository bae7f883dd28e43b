'use client';

import { useFormatter, useTranslations } from 'use-intl';

export interface TimeWords {
  /** "07:30" */
  clock(at: number): string;
  /** "Monday 23 November 2026" */
  day(at: number): string;
  /** "Mon 23 Nov" */
  shortDay(at: number): string;
  /** "Monday 23 November 2026, 07:30" */
  moment(at: number): string;
}

/** Says instants by the city's clock. */
export function useTimeWords(timeZone: string): TimeWords {
  const t = useTranslations('time');
  const format = useFormatter();
  const clock = (at: number) =>
    format.dateTime(new Date(at * 1_000), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
  const day = (at: number) =>
    format.dateTime(new Date(at * 1_000), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone,
    });
  return {
    clock,
    day,
    shortDay: (at) =>
      format.dateTime(new Date(at * 1_000), {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        timeZone,
      }),
    moment: (at) => t('moment', { day: day(at), time: clock(at) }),
  };
}
