'use client';

import { useTranslations } from 'use-intl';
import type { FeedReliability } from '@/lib/insights/feedReliability';
import { totalsOfDays } from '@/lib/insights/feedReliability';
import { KeyFigure } from './KeyFigure';
import { useInsightWords } from './useInsightWords';

/** The feed in four figures. */
export function FeedFigures({ feed: { days, holes, silent } }: { feed: FeedReliability }) {
  const t = useTranslations('insights.feed');
  const words = useInsightWords();
  const total = totalsOfDays(days);
  const longest = holes.longest[0];
  return (
    <dl className="grid grid-cols-2 lg:grid-cols-4">
      <KeyFigure
        name={t('lag')}
        definition="feedLag"
        value={total.lagMedianS === null ? '–' : words.duration(total.lagMedianS)}
        note={total.lagP95S === null ? null : t('lagNote', { lag: words.duration(total.lagP95S) })}
      />
      <KeyFigure
        name={t('good')}
        definition="goodFetches"
        value={total.fetches === 0 ? '–' : words.share(total.good / total.fetches)}
        note={t('goodNote', { fetches: total.fetches })}
      />
      <KeyFigure
        name={t('holes')}
        definition="holes"
        value={words.duration(holes.missingS)}
        note={
          longest === undefined || holes.recordedS === 0
            ? t('noHoles')
            : t('holesNote', {
                share: words.share(holes.missingS / holes.recordedS),
                count: holes.count,
                longest: words.duration(longest.toAt - longest.fromAt),
              })
        }
      />
      <KeyFigure
        name={t('silent')}
        definition="silent"
        value={silent.count}
        note={t('silentNote')}
      />
    </dl>
  );
}
