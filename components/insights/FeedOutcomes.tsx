'use client';

import { useTranslations } from 'use-intl';
import { useReasonWords } from '@/components/map/freshness/useReasonWords';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { FeedOutcome } from '@/lib/insights/feedReliability';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { FeedPart } from './FeedPart';

/** What came of fetches, and why the others brought nothing. */
export function FeedOutcomes({
  outcomes,
  filter,
}: {
  outcomes: readonly FeedOutcome[];
  filter: InsightFilter;
}) {
  const t = useTranslations('insights.feed');
  const reasonWords = useReasonWords();
  const title = t('outcomes');
  return (
    <FeedPart title={title} table="feed-outcomes" filter={filter} isEmpty={outcomes.length === 0}>
      <Table aria-label={title}>
        <thead>
          <tr>
            <HeadCell>{title}</HeadCell>
            <HeadCell>{t('source')}</HeadCell>
            <HeadCell isNumber>{t('fetches')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ source, outcome, reason, fetches }) => (
            <tr key={`${source} ${outcome} ${reason}`}>
              <Cell>
                {t('outcome', { outcome })}
                {reason && (
                  <span className="block text-ink-muted text-xs">{reasonWords(reason)}</span>
                )}
              </Cell>
              <Cell className="text-ink-muted">{source}</Cell>
              <Cell isNumber>{fetches}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </FeedPart>
  );
}
