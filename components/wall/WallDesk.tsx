'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Suspense, use, useState } from 'react';
import { isRememberedPage } from '@/components/offline/rememberedView';
import { startView } from '@/components/offline/startView';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { useHydrated } from '../map/filters/useHydrated';
import { createServerTime } from '../map/freshness/serverTime';
import { ServerTimeProvider } from '../map/freshness/useServerTime';
import type { BaseTilesConfig } from '../map/leaflet/baseTilesConfig';
import { WallScreen } from './WallScreen';

interface WallDeskProps {
  /** See CityDesk. */
  packedCity: string;
  freshness: CityFreshness;
  serverNowMs: number;
  tiles: BaseTilesConfig | null;
  everyS: number;
}

/** The wall page: drawn in the browser, as the map page is. */
export function WallDesk(props: WallDeskProps) {
  const isHydrated = useHydrated();
  return <Suspense>{isHydrated ? <UnpackedWall {...props} /> : null}</Suspense>;
}

function UnpackedWall({ packedCity, freshness, serverNowMs, tiles, everyS }: WallDeskProps) {
  const view = use(startView(packedCity, freshness));
  const [time] = useState(() =>
    createServerTime(isRememberedPage() ? Date.now() : serverNowMs, Date.now),
  );
  return (
    <NuqsAdapter>
      <ServerTimeProvider time={time}>
        <WallScreen view={view} time={time} tiles={tiles} everyS={everyS} />
      </ServerTimeProvider>
    </NuqsAdapter>
  );
}
