'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { FirstLook } from '@/lib/pipeline/firstLook';
import { ServerTimeProvider } from '../freshness/useServerTime';
import type { BaseTilesConfig } from '../leaflet/baseTilesConfig';
import { type CarriedCity, useStartedCity } from '../live/useStartedCity';
import { DeskOutline } from './DeskOutline';

// Asked for before React has taken the page over; the map in it cannot live on a server.
const liveDesk =
  typeof window === 'undefined' ? null : import('./LiveDesk').then(({ LiveDesk }) => LiveDesk);

interface CityDeskProps extends CarriedCity {
  look: FirstLook;
  /** The address asks for everything, in no other order: what the server writes is what will stand. */
  isPlain: boolean;
  tiles: BaseTilesConfig | null;
}

/** The map page: its first look from the server, everything else in the browser. */
export function CityDesk({ look, isPlain, tiles, ...carried }: CityDeskProps) {
  const started = useStartedCity(carried, liveDesk);
  if (!started) {
    return <DeskOutline look={look} serverNowMs={carried.serverNowMs} hasRows={isPlain} />;
  }
  const { view, time, Screen } = started;
  return (
    <NuqsAdapter>
      <ServerTimeProvider time={time}>
        <Screen view={view} time={time} tiles={tiles} />
      </ServerTimeProvider>
    </NuqsAdapter>
  );
}
