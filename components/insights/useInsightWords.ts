'use client';

import { useFormatter, useTranslations } from 'use-intl';

/** Shares under this are told with a decimal. */
const FINE_SHARE = 0.1;
const MINUTE_S = 60;
const HOUR_S = 3_600;

/** How figures of the insights are written: never finer than they are known. */
export function useInsightWords() {
  const t = useTranslations('insights');
  const format = useFormatter();
  const share = (value: number) =>
    format.number(value, {
      style: 'percent',
      maximumFractionDigits: value > 0 && value < FINE_SHARE ? 1 : 0,
    });
  return {
    /** "37%", "4.2%". */
    share,
    /** A figure a day: whole from ten on, two digits below. */
    aDay: (value: number) =>
      format.number(
        value,
        value >= 10 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 },
      ),
    /** "+12 points". @param change of a share, -1..1 */
    points: (change: number) => {
      const points = Math.round(change * 100);
      const sign = points > 0 ? '+' : points < 0 ? '−' : '';
      return `${sign}${t('points', { points: Math.abs(points) })}`;
    },
    /** "+12 pt", where the column says of what. */
    pointsShort: (change: number) => {
      const points = Math.round(change * 100);
      const sign = points > 0 ? '+' : points < 0 ? '−' : '';
      return t('pointsShort', { points: `${sign}${format.number(Math.abs(points))}` });
    },
    /** "08:00". @param hour 0..24 */
    clock: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
    /** A local date, without its weekday. @param date YYYY-MM-DD */
    date: (date: string) =>
      format.dateTime(new Date(`${date}T00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }),
    /** "45 s", "12 min", "3 h 20". @param seconds 0 or more */
    duration: (seconds: number) => {
      const unit = (value: number, name: 'second' | 'minute' | 'hour') =>
        format.number(value, { style: 'unit', unit: name, unitDisplay: 'short' });
      if (seconds < 2 * MINUTE_S) return unit(Math.round(seconds), 'second');
      if (seconds < 2 * HOUR_S) return unit(Math.round(seconds / MINUTE_S), 'minute');
      return unit(Math.round(seconds / HOUR_S), 'hour');
    },
  };
}
