'use client';

import { useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type { WeekRow } from '@/lib/insights/insightRows';
import { CsvLink } from './CsvLink';
import { InsightSection } from './InsightSection';
import { ShareBar } from './ShareBar';
import { useInsightWords } from './useInsightWords';

/** The weeks of the period under one another, newest first. */
export function WeekTable({ weeks, filter }: { weeks: readonly WeekRow[]; filter: InsightFilter }) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const title = t('weeks.title');
  const most = Math.max(0.01, ...weeks.map(({ emptyShare }) => emptyShare));
  const aDay = (value: number | null) => (value === null ? '–' : words.aDay(value));
  return (
    <InsightSection
      title={title}
      definition="emptyShare"
      aside={<CsvLink table="weeks" title={title} filter={filter} />}
    >
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable
        tabIndex={0}
        aria-label={t('stations.tableOf', { table: title })}
        className="max-h-80 overflow-auto"
      >
        <Table aria-label={title}>
          <thead>
            <tr>
              <HeadCell>{t('weeks.week')}</HeadCell>
              <HeadCell isNumber>{t('weeks.days')}</HeadCell>
              <HeadCell isNumber>{t('stations.share')}</HeadCell>
              <HeadCell isNumber>{t('stations.lost')}</HeadCell>
              <HeadCell isNumber>{t('stations.uncovered')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {[...weeks].reverse().map((week) => (
              <tr key={week.monday}>
                <Cell className="whitespace-nowrap">{words.date(week.monday)}</Cell>
                <Cell isNumber>{week.days}</Cell>
                <Cell isNumber className="min-w-20">
                  {words.share(week.emptyShare)}
                  <ShareBar share={week.emptyShare / most} />
                </Cell>
                <Cell isNumber>{aDay(week.lostADay)}</Cell>
                <Cell isNumber>{aDay(week.uncoveredADay)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      {weeks.length === 1 && <p className="px-4 py-3 text-ink-muted text-xs">{t('weeks.one')}</p>}
    </InsightSection>
  );
}
