'use client';

import { useTranslations } from 'use-intl';
import type { FeedReliability } from '@/lib/insights/feedReliability';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { FeedDays } from './FeedDays';
import { FeedFigures } from './FeedFigures';
import { FeedHoles } from './FeedHoles';
import { FeedOutcomes } from './FeedOutcomes';
import { InsightSection } from './InsightSection';
import { SilentStations } from './SilentStations';

/** What the figures above rest on: how late, how full of holes and how silent the feed is. */
export function FeedTrust({ feed, filter }: { feed: FeedReliability; filter: InsightFilter }) {
  const t = useTranslations('insights.feed');
  return (
    <InsightSection title={t('title')}>
      <FeedFigures feed={feed} />
      <div className="grid gap-x-6 gap-y-4 border-line border-t px-4 py-4 lg:grid-cols-2">
        <FeedDays days={feed.days} filter={filter} />
        <div className="flex min-w-0 flex-col gap-4">
          <FeedOutcomes outcomes={feed.outcomes} filter={filter} />
          <FeedHoles holes={feed.holes} filter={filter} />
          <SilentStations silent={feed.silent} filter={filter} />
        </div>
      </div>
      <p className="px-4 pb-3 text-ink-muted text-xs">{t('kept')}</p>
    </InsightSection>
  );
}
