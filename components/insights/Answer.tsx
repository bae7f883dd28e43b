'use client';

import { useTranslations } from 'use-intl';
import { CHRONIC_DAYS } from '@/lib/insights/chronic';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type { CityRow } from '@/lib/insights/insightRows';
import { useInsightWords } from './useInsightWords';

/** What was asked, answered in a sentence or three. */
export function Answer({ city, filter }: { city: CityRow; filter: InsightFilter }) {
  const t = useTranslations('insights.answer');
  const words = useInsightWords();
  const { kind, fromH, toH } = filter;
  const when = t('when', {
    kind,
    hours: fromH === 0 && toH === 24 ? 'all' : 'some',
    from: words.clock(fromH),
    to: words.clock(toH),
  });
  const sentences = [
    city.emptyShare !== null && t('what', { when, share: words.share(city.emptyShare) }),
    city.days >= CHRONIC_DAYS &&
      t('chronic', { chronic: city.chronicStations, stations: city.stations }),
    city.lostADay !== null &&
      city.uncoveredADay !== null &&
      t('lost', { lost: words.aDay(city.lostADay), uncovered: words.aDay(city.uncoveredADay) }),
  ];
  return <p className="max-w-200 text-base">{sentences.filter(Boolean).join(' ')}</p>;
}
