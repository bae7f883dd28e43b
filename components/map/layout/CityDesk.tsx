'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Suspense, use, useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { useHydrated } from '../filters/useHydrated';
import { createServerTime } from '../freshness/serverTime';
import { ServerTimeProvider } from '../freshness/useServerTime';
import type { BaseTilesConfig } from '../leaflet/baseTilesConfig';
import { unpackView } from '../live/unpackView';
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
  const { base, frame } = use(unpackView(packedCity));
  const [view] = useState<CityView>(() => ({ base, frame: { ...frame, freshness } }));
  const [time] = useState(() => createServerTime(serverNowMs, Date.now));
  return (
    <NuqsAdapter>
      <ServerTimeProvider time={time}>
        <LiveDesk view={view} time={time} tiles={tiles} />
      </ServerTimeProvider>
    </NuqsAdapter>
  );
}
