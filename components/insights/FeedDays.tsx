'use client';

import { useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { FeedDay } from '@/lib/insights/feedReliability';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { FeedPart } from './FeedPart';
import { useInsightWords } from './useInsightWords';

/** The status feed day by day, newest first. */
export function FeedDays({ days, filter }: { days: readonly FeedDay[]; filter: InsightFilter }) {
  const t = useTranslations('insights.feed');
  const words = useInsightWords();
  const title = t('days');
  const lag = (value: number | null) => (value === null ? '–' : words.duration(value));
  return (
    <FeedPart title={title} table="feed-days" filter={filter} isEmpty={days.length === 0}>
      <Table aria-label={title}>
        <thead>
          <tr>
            <HeadCell>{t('day')}</HeadCell>
            <HeadCell isNumber>{t('fetches')}</HeadCell>
            <HeadCell isNumber>{t('goodShare')}</HeadCell>
            <HeadCell isNumber>{t('lag')}</HeadCell>
            <HeadCell isNumber>{t('p95')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((day) => (
            <tr key={day.date}>
              <Cell className="whitespace-nowrap">{words.date(day.date)}</Cell>
              <Cell isNumber>{day.fetches}</Cell>
              <Cell isNumber>{words.share(day.good / day.fetches)}</Cell>
              <Cell isNumber>{lag(day.lagMedianS)}</Cell>
              <Cell isNumber>{lag(day.lagP95S)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </FeedPart>
  );
}
