'use client';

import { useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import { clockTicks } from './chartTicks';
import { rangeWithin } from './series';
import type { TimeChartContent } from './timeChart';
import { useChartWords } from './useChartWords';

/** What a chart shows, hour by hour in words: for screen readers, and for who would rather read. */
export function ChartTable({ content }: { content: TimeChartContent }) {
  const t = useTranslations('charts');
  const words = useChartWords(content);
  const { span, timeZone, lines } = content;
  const starts = [span.fromAt, ...clockTicks(span, timeZone, 1)];
  const hours = starts
    .map((fromAt, i) => ({ fromAt, toAt: starts[i + 1] ?? span.toAt }))
    .filter(({ fromAt, toAt }) => toAt > fromAt)
    .reverse();
  return (
    <details className="group">
      <summary className="chart-summary">{t('asTable')}</summary>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it
        tabIndex={0}
        aria-label={t('asTable')}
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
            {hours.map((hour) => {
              const ranges = lines.map(({ points }) => rangeWithin(points, hour));
              return (
                <tr key={hour.fromAt}>
                  <Cell className="tabular">
                    {words.hour(hour)}
                    {ranges.every((range) => range === null) ? (
                      <span className="text-ink-muted"> {words.blank(hour.fromAt)}</span>
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
