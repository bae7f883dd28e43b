'use client';

import { useTranslations } from 'use-intl';
import { isRememberedPage } from '@/components/offline/rememberedView';
import { Banner, type BannerKind } from '@/components/ui/Banner';
import { Button, buttonClasses } from '@/components/ui/Button';
import type { LiveCity } from '../live/liveCity';
import { type BannerDecision, decideBanners } from './bannerDecisions';
import { useBannerWords } from './useBannerWords';
import { useServerTime } from './useServerTime';

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

/** Everything a person must know before believing the map, in order of gravity. */
export function MapBanners({ city, onReconnect }: { city: LiveCity; onReconnect(): void }) {
  const t = useTranslations('map.banner');
  const words = useBannerWords(city.view.base);
  // Ages in banners may be coarse: they are decided again every second, drawn when they differ.
  const decided = useServerTime((nowS) => JSON.stringify(decideBanners(situation(city, nowS))));
  const banners = JSON.parse(decided) as BannerDecision[];
  return (
    <div data-testid="map-banners">
      {banners.map((banner) => (
        <Banner
          key={keyOf(banner)}
          kind={KIND[banner.code]}
          title={words(banner)}
          action={
            banner.code === 'connectionLost' || banner.code === 'remembered' ? (
              <Button size="small" onClick={onReconnect}>
                {t('retryNow')}
              </Button>
            ) : banner.code === 'signedOut' ? (
              <a href={signInHref()} className={buttonClasses('secondary', 'small')}>
                {t('signIn')}
              </a>
            ) : undefined
          }
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

/** Back to this very view; the banner only ever appears in a browser. */
function signInHref(): string {
  const { pathname, search } = window.location;
  return `/sign-in?${new URLSearchParams({ callbackUrl: pathname + search })}`;
}

function situation({ view, connection, lostSinceMs }: LiveCity, nowS: number) {
  // Lost is measured by this machine's clock alone, then told on the server's.
  const lostForS = lostSinceMs === null ? null : (Date.now() - lostSinceMs) / 1_000;
  return {
    freshness: view.frame.freshness,
    simulation: view.base.simulation,
    nowS,
    disconnectedSinceS: lostForS === null ? null : Math.round(nowS - lostForS),
    isSignedOut: connection === 'signedOut',
    isRemembered: connection !== 'open' && isRememberedPage(),
  };
}
