'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Suspense, use, useState } from 'react';
import { isRememberedPage } from '@/components/offline/rememberedView';
import { startView } from '@/components/offline/startView';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { useHydrated } from '../filters/useHydrated';
import { createServerTime } from '../freshness/serverTime';
import { ServerTimeProvider } from '../freshness/useServerTime';
import type { BaseTilesConfig } from '../leaflet/baseTilesConfig';
import { DeskSkeleton } from './DeskSkeleton';
import { LiveDesk } from './LiveDesk';

interface CityDeskProps {
  /** The CityView but for its freshness, packed: see docs/decisions/0082. */
  packedCity: string;
  freshness: CityFreshness;
  /** The server's present when it wrote the page. */
  serverNowMs: number;
  tiles: BaseTilesConfig | null;
}

/** The map page: its outline from the server, everything else in the browser. */
export function CityDesk(props: CityDeskProps) {
  const isHydrated = useHydrated();
  return (
    <Suspense fallback={<DeskSkeleton />}>
      {isHydrated ? <UnpackedDesk {...props} /> : <DeskSkeleton />}
    </Suspense>
  );
}

function UnpackedDesk({ packedCity, freshness, serverNowMs, tiles }: CityDeskProps) {
  const view = use(startView(packedCity, freshness));
  // A remembered page knows when it was written, not what time it is.
  const [time] = useState(() =>
    createServerTime(isRememberedPage() ? Date.now() : serverNowMs, Date.now),
  );
  return (
    <NuqsAdapter>
      <ServerTimeProvider time={time}>
        <LiveDesk view={view} time={time} tiles={tiles} />
      </ServerTimeProvider>
    </NuqsAdapter>
  );
}
