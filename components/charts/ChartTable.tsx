'use client';

import { useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import { clockTicks } from './chartTicks';
import { rangeWithin } from './series';
import { namedSeries, type TimeChartContent } from './timeChart';
import { useChartWords } from './useChartWords';

const HOUR_S = 3_600;
const DAY_H = 24;
/** A longer span is told day by day. */
const HOURLY_UNTIL_S = 50 * HOUR_S;

/** What a chart shows, hour by hour in words: for screen readers, and for who would rather read. */
export function ChartTable({ content }: { content: TimeChartContent }) {
  const t = useTranslations('charts');
  const words = useChartWords(content);
  const { span, timeZone } = content;
  const isDaily = span.toAt - span.fromAt > HOURLY_UNTIL_S;
  const lines = namedSeries(content);
  const title = t(isDaily ? 'asDays' : 'asTable');
  const starts = [span.fromAt, ...clockTicks(span, timeZone, isDaily ? DAY_H : 1)];
  const rows = starts
    .map((fromAt, i) => ({ fromAt, toAt: starts[i + 1] ?? span.toAt }))
    .filter(({ fromAt, toAt }) => toAt > fromAt)
    .reverse();
  return (
    <details className="group">
      <summary className="chart-summary">{title}</summary>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it
        tabIndex={0}
        aria-label={title}
        className="mt-1 max-h-72 overflow-auto rounded-sm border border-line bg-raised"
      >
        <Table aria-label={content.label}>
          <thead>
            <tr>
              <HeadCell>{t('from')}</HeadCell>
              {lines.map(({ label }) => (
                <HeadCell key={label} isNumber>
                  {label}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const ranges = lines.map(({ points }) => rangeWithin(points, row));
              return (
                <tr key={row.fromAt}>
                  <Cell className="tabular">
                    {isDaily ? words.day(row) : words.hour(row)}
                    {ranges.every((range) => range === null) ? (
                      <span className="text-ink-muted"> {words.blank(row.fromAt)}</span>
                    ) : null}
                  </Cell>
                  {lines.map(({ label }, i) => (
                    <Cell key={label} isNumber>
                      {words.range(ranges[i]!)}
                    </Cell>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </Table>
      </section>
    </details>
  );
}
