'use client';

import { useEffect } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import type { ServerTime } from '../map/freshness/serverTime';
import type { LiveCity } from '../map/live/liveCity';
import { useLiveCity } from '../map/live/useLiveCity';

export type FollowedCity = LiveCity & { reconnectNow(): void };

/** Keeps the city as new as the server's, for a page whose other parts do not wait for it. */
export function CityFollower({
  view,
  time,
  onCity,
}: {
  view: CityView;
  time: ServerTime;
  onCity(city: FollowedCity): void;
}) {
  const city = useLiveCity(view, time.mend);
  const { view: newest, connection, lostSinceMs, needsView, reconnectNow } = city;
  useEffect(() => {
    onCity({ view: newest, connection, lostSinceMs, needsView, reconnectNow });
  }, [newest, connection, lostSinceMs, needsView, reconnectNow, onCity]);
  return null;
}
