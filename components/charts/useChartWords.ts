'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { type TimeSpan, valueAt } from './series';
import type { TimeChartContent } from './timeChart';

export interface ChartWords {
  /** A count; a dash where nobody knows. */
  value(value: number | null): string;
  /** "14:05", by the city's clock. */
  clock(at: number): string;
  /** "14:05", or that nothing is known then and why; "now" for null. */
  when(at: number | null): string;
  /** Everything at an instant, in one line. */
  moment(at: number): string;
  /** What a line did during a span: "2–5". */
  range(range: { lowest: number; highest: number } | null): string;
  /** Why nothing is known of an instant; null where something is. */
  blank(at: number): string | null;
  /** "Sunday 14:00". */
  hour(span: TimeSpan): string;
}

/** How a chart says its values and times. */
export function useChartWords({ timeZone, blanks, lines }: TimeChartContent): ChartWords {
  const t = useTranslations('charts');
  const format = useFormatter();
  const time = (at: number, weekday?: 'short') =>
    format.dateTime(new Date(at * 1_000), {
      weekday,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
  const value = (count: number | null) => (count === null ? t('nothing') : format.number(count));
  const blank = (at: number) =>
    blanks.find(({ fromAt, toAt }) => at >= fromAt && at < toAt)?.label ?? null;
  return {
    value,
    blank,
    clock: (at) => time(at),
    hour: ({ fromAt }) => time(fromAt, 'short'),
    when(at) {
      if (at === null) return t('now');
      const why = blank(at);
      return why === null ? time(at) : t('blank', { time: time(at), why });
    },
    moment(at) {
      const values = lines.map(({ label, points }) =>
        t('value', { label, value: value(valueAt(points, at)) }),
      );
      return t('moment', { time: time(at), values: [blank(at) ?? [], values].flat().join(', ') });
    },
    range(range) {
      if (range === null) return t('nothing');
      const { lowest, highest } = range;
      return lowest === highest
        ? format.number(lowest)
        : t('range', { lowest: format.number(lowest), highest: format.number(highest) });
    },
  };
}
