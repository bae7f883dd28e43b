'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useState } from 'react';
import { createServerTime } from '../freshness/serverTime';
import { ServerTimeProvider } from '../freshness/useServerTime';
import type { BaseTilesConfig } from '../leaflet/baseTilesConfig';
import { parseView } from '../live/parseView';
import { LiveDesk } from './LiveDesk';

/**
 * The map page in the browser.
 *
 * @param viewJson the CityView as JSON text: one string costs the server less to hand over than
 *   the same columns as props
 * @param serverNowMs the server's present when it wrote the page
 */
export function CityDesk({
  viewJson,
  serverNowMs,
  tiles,
}: {
  viewJson: string;
  serverNowMs: number;
  tiles: BaseTilesConfig | null;
}) {
  const [view] = useState(() => parseView(viewJson));
  const [time] = useState(() => createServerTime(serverNowMs, Date.now));
  return (
    <NuqsAdapter>
      <ServerTimeProvider time={time}>
        <LiveDesk view={view} time={time} tiles={tiles} />
      </ServerTimeProvider>
    </NuqsAdapter>
  );
}
