'use client';

import { useFormatter } from 'use-intl';

/** Writes a local date, YYYY-MM-DD: "3 Nov 2026". */
export function useDateWords(): (localDate: string) => string {
  const format = useFormatter();
  return (localDate) =>
    format.dateTime(new Date(`${localDate}T12:00Z`), {
      ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
    });
}
