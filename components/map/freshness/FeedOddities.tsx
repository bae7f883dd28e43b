'use client';

import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { quietAnomalies } from './bannerDecisions';
import { useAnomalyWords } from './useBannerWords';

/** What is odd about the feed but nothing new: a button, and the words behind it. */
export function FeedOddities({ freshness }: { freshness: CityFreshness }) {
  const t = useTranslations('map.anomaly');
  const words = useAnomalyWords();
  const id = useId();
  const oddities = quietAnomalies(freshness);
  if (oddities.length === 0) return null;
  const summary = t('summary', { count: oddities.length });
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={summary}
        title={summary}
        className="-mr-2 grid size-9 shrink-0 place-items-center rounded-md text-ink-muted hover:text-ink pointer-coarse:size-11"
      >
        <CircleAlert size={16} aria-hidden />
      </button>
      <div
        id={id}
        popover="auto"
        className="limelight-popover top-[var(--popover-top,112px)] left-3 max-w-80 md:left-auto"
      >
        <h2 className="font-semibold">{summary}</h2>
        <ul className="mt-2 flex list-disc flex-col gap-1 pl-4 text-ink-muted">
          {oddities.map((anomaly) => (
            <li key={anomaly.kind}>{words(anomaly)}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
