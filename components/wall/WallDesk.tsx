'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { ServerTimeProvider } from '../map/freshness/useServerTime';
import type { BaseTilesConfig } from '../map/leaflet/baseTilesConfig';
import { type CarriedCity, useStartedCity } from '../map/live/useStartedCity';

// See CityDesk.
const wallScreen =
  typeof window === 'undefined'
    ? null
    : import('./WallScreen').then(({ WallScreen }) => WallScreen);

interface WallDeskProps extends CarriedCity {
  tiles: BaseTilesConfig | null;
  everyS: number;
}

/** The wall page: drawn in the browser alone, for it stands for days. */
export function WallDesk({ tiles, everyS, ...carried }: WallDeskProps) {
  const started = useStartedCity(carried, wallScreen);
  if (!started) return null;
  const { view, time, Screen } = started;
  return (
    <NuqsAdapter>
      <ServerTimeProvider time={time}>
        <Screen view={view} time={time} tiles={tiles} everyS={everyS} />
      </ServerTimeProvider>
    </NuqsAdapter>
  );
}
