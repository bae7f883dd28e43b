'use client';

import type { ReactNode } from 'react';
import { Banner, type BannerKind } from '@/components/ui/Banner';
import type { CityBase } from '@/lib/pipeline/cityView';
import type { BannerDecision } from './bannerDecisions';
import { useBannerWords } from './useBannerWords';

const KIND: Record<BannerDecision['code'], BannerKind> = {
  simulated: 'simulated',
  signedOut: 'error',
  connectionLost: 'error',
  remembered: 'stale',
  noData: 'info',
  workerSilent: 'error',
  feedDown: 'error',
  stale: 'stale',
  fallbackSource: 'info',
  paused: 'stale',
  anomaly: 'stale',
};

/** What was decided to be told, in words, one below the other. */
export function BannerStack({
  base,
  banners,
  action,
}: {
  base: CityBase;
  banners: readonly BannerDecision[];
  /** What can be done about one of them. */
  action?(code: BannerDecision['code']): ReactNode;
}) {
  const words = useBannerWords(base);
  return (
    <div data-testid="map-banners">
      {banners.map((banner) => (
        <Banner
          key={keyOf(banner)}
          kind={KIND[banner.code]}
          title={words(banner)}
          action={action?.(banner.code)}
        />
      ))}
    </div>
  );
}

/** There can be several of some kinds. */
function keyOf(banner: BannerDecision): string {
  if (banner.code === 'anomaly') return banner.anomaly.kind;
  return banner.code === 'paused' ? banner.job : banner.code;
}
