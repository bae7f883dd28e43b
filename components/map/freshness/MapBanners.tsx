'use client';

import { useTranslations } from 'use-intl';
import { isRememberedPage } from '@/components/offline/rememberedView';
import { Button, buttonClasses } from '@/components/ui/Button';
import type { LiveCity } from '../live/liveCity';
import { BannerStack } from './BannerStack';
import { type BannerDecision, decideBanners } from './bannerDecisions';
import { useServerTime } from './useServerTime';

/** Everything a person must know before believing the map, in order of gravity. */
export function MapBanners({ city, onReconnect }: { city: LiveCity; onReconnect(): void }) {
  const t = useTranslations('map.banner');
  // Ages in banners may be coarse: they are decided again every second, drawn when they differ.
  const decided = useServerTime((nowS) => JSON.stringify(decideBanners(situation(city, nowS))));
  return (
    <BannerStack
      base={city.view.base}
      banners={JSON.parse(decided) as BannerDecision[]}
      action={(code) =>
        code === 'connectionLost' || code === 'remembered' ? (
          <Button size="small" onClick={onReconnect}>
            {t('retryNow')}
          </Button>
        ) : code === 'signedOut' ? (
          <a href={signInHref()} className={buttonClasses('secondary', 'small')}>
            {t('signIn')}
          </a>
        ) : undefined
      }
    />
  );
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
