'use client';

import { useMemo } from 'react';
import { type DateTimeFormatOptions, useFormatter, useTranslations } from 'use-intl';
import { type TimeSpan, valueAt } from './series';
import { namedSeries, type TimeChartContent } from './timeChart';

const HOUR_S = 3_600;
/** Of a longer span a clock alone says too little. */
const WITH_DAY_AFTER_S = 26 * HOUR_S;
const WITH_MONTH_AFTER_S = 7.5 * 24 * HOUR_S;

export interface ChartWords {
  /** A count; a dash where nobody knows. */
  value(value: number | null): string;
  /** "14:05" by the city's clock, "Tue 17" on a midnight of a longer span. */
  tick(at: number): string;
  /** "14:05", or that nothing is known then and why; for null the end of the span. */
  when(at: number | null): string;
  /** Everything at an instant, in one line. */
  moment(at: number): string;
  /** What a line did during a span: "2–5". */
  range(range: { lowest: number; highest: number } | null): string;
  /** Why nothing is known of an instant; null where something is. */
  blank(at: number): string | null;
  /** "Sun 14:00". */
  hour(span: TimeSpan): string;
  /** "Sun 22 Nov". */
  day(span: TimeSpan): string;
}

/** How a chart says its values and times. */
export function useChartWords(content: TimeChartContent): ChartWords {
  const t = useTranslations('charts');
  const format = useFormatter();
  return useMemo(() => chartWords(content, t, format), [content, t, format]);
}

function chartWords(
  content: TimeChartContent,
  t: ReturnType<typeof useTranslations<'charts'>>,
  format: ReturnType<typeof useFormatter>,
): ChartWords {
  const { timeZone, blanks, span } = content;
  const lengthS = span.toAt - span.fromAt;
  const write = (at: number, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(at * 1_000), { ...options, timeZone });
  const clock: DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const day: DateTimeFormatOptions =
    lengthS > WITH_MONTH_AFTER_S
      ? { day: 'numeric', month: 'short' }
      : { weekday: 'short', day: 'numeric' };
  const time = (at: number) => write(at, lengthS > WITH_DAY_AFTER_S ? { ...day, ...clock } : clock);
  const value = (count: number | null) => (count === null ? t('nothing') : format.number(count));
  const blank = (at: number) =>
    blanks.find(({ fromAt, toAt }) => at >= fromAt && at < toAt)?.label ?? null;
  return {
    value,
    blank,
    tick(at) {
      const shown = write(at, clock);
      return shown === '00:00' && lengthS > WITH_DAY_AFTER_S ? write(at, day) : shown;
    },
    hour: ({ fromAt }) => write(fromAt, { weekday: 'short', ...clock }),
    day: ({ fromAt }) => write(fromAt, { weekday: 'short', day: 'numeric', month: 'short' }),
    when(at) {
      if (at === null) return content.isPast ? time(span.toAt) : t('now');
      const why = blank(at);
      return why === null ? time(at) : t('blank', { time: time(at), why });
    },
    moment(at) {
      const values = namedSeries(content).map(({ label, points }) =>
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
