'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { FeedHoles as Holes } from '@/lib/insights/feedReliability';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { FeedPart } from './FeedPart';
import { useInsightWords } from './useInsightWords';

/** The longest spans in which nobody looked. */
export function FeedHoles({ holes, filter }: { holes: Holes; filter: InsightFilter }) {
  const t = useTranslations('insights.feed');
  const format = useFormatter();
  const words = useInsightWords();
  const title = t('holeList');
  return (
    <FeedPart
      title={title}
      table="feed-holes"
      filter={filter}
      isEmpty={holes.longest.length === 0}
      empty={t('noHoles')}
    >
      <Table aria-label={title}>
        <thead>
          <tr>
            <HeadCell>{t('holeFrom')}</HeadCell>
            <HeadCell isNumber>{t('holeLength')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {holes.longest.map(({ fromAt, toAt }) => (
            <tr key={fromAt}>
              <Cell className="tabular">
                {format.dateTime(new Date(fromAt * 1_000), {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                })}
              </Cell>
              <Cell isNumber>{words.duration(toAt - fromAt)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </FeedPart>
  );
}
