'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { MapPopover } from '../layout/MapPopover';
import { quietAnomalies } from './bannerDecisions';
import { useAnomalyWords } from './useBannerWords';

/** What is odd about the feed but nothing new: a button, and the words behind it. */
export function FeedOddities({ freshness }: { freshness: CityFreshness }) {
  const t = useTranslations('map.anomaly');
  const words = useAnomalyWords();
  const oddities = quietAnomalies(freshness);
  if (oddities.length === 0) return null;
  const summary = t('summary', { count: oddities.length });
  return (
    <MapPopover
      label={summary}
      buttonClassName="-mr-2 grid size-9 shrink-0 place-items-center rounded-md text-ink-muted hover:text-ink pointer-coarse:size-11"
      panelClassName="max-w-80"
      icon={<CircleAlert size={16} aria-hidden />}
    >
      <h2 className="font-semibold text-sm">{summary}</h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-4 text-ink-muted">
        {oddities.map((anomaly) => (
          <li key={anomaly.kind}>{words(anomaly)}</li>
        ))}
      </ul>
    </MapPopover>
  );
}
