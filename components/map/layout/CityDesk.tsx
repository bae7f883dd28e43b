'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { use, useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { createServerTime } from '../freshness/serverTime';
import { ServerTimeProvider } from '../freshness/useServerTime';
import type { BaseTilesConfig } from '../leaflet/baseTilesConfig';
import { unpackView } from '../live/unpackView';
import { LiveDesk } from './LiveDesk';

/**
 * The map page in the browser.
 *
 * @param packedCity the CityView but for its freshness, packed: see docs/decisions/0082
 * @param serverNowMs the server's present when it wrote the page
 */
export function CityDesk({
  packedCity,
  freshness,
  serverNowMs,
  tiles,
}: {
  packedCity: string;
  freshness: CityFreshness;
  serverNowMs: number;
  tiles: BaseTilesConfig | null;
}) {
  // A browser shows the server's page until this is there, some milliseconds later.
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
