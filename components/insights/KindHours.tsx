'use client';

import { useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import { DAY_KINDS } from '@/lib/history/daySummary';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type { HourRow } from '@/lib/insights/insightRows';
import { CsvLink } from './CsvLink';
import { useInsightWords } from './useInsightWords';

/** Each hour of the three kinds of day, in figures: empty time, and what it costs. */
export function KindHours({
  kindHours,
  filter,
  hasRates,
}: {
  /** In the order of DAY_KINDS. */
  kindHours: readonly (readonly HourRow[])[];
  filter: InsightFilter;
  hasRates: boolean;
}) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const title = t('week.kinds');
  const said = (row: HourRow | undefined) => {
    if (!row || row.emptyShare === null) return '–';
    const share = words.share(row.emptyShare);
    return row.lostADay === null ? share : `${share} · ${words.aDay(row.lostADay)}`;
  };
  return (
    <details>
      <summary className="chart-summary">{title}</summary>
      <div className="mt-1 flex justify-end">
        <CsvLink table="kind-hours" title={title} filter={filter} />
      </div>
      <Table aria-label={title} className="mt-1">
        <thead>
          <tr>
            <HeadCell>{t('week.hour')}</HeadCell>
            {DAY_KINDS.map((kind) => (
              <HeadCell key={kind} isNumber>
                {t(`filter.kinds.${kind}`)}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 24 }, (_, hour) => (
            <tr key={words.clock(hour)}>
              <Cell className="tabular py-1">{words.clock(hour)}</Cell>
              {DAY_KINDS.map((kind, i) => (
                <Cell key={kind} isNumber className="py-1">
                  {said(kindHours[i]?.[hour])}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {hasRates && (
        <p className="mt-1 text-ink-muted text-xs">
          {t('week.share')} · {t('week.lost')}
        </p>
      )}
    </details>
  );
}
