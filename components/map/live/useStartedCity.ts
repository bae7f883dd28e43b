'use client';

import { useEffect, useState } from 'react';
import { isRememberedPage } from '@/components/offline/rememberedView';
import { startView } from '@/components/offline/startView';
import type { CityView } from '@/lib/pipeline/cityView';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { createServerTime, type ServerTime } from '../freshness/serverTime';

/** What a page carries of the city that it will show live. */
export interface CarriedCity {
  /** The CityView but for its freshness, packed: see docs/decisions/0082. */
  packedCity: string;
  freshness: CityFreshness;
  /** The server's present when it wrote the page. */
  serverNowMs: number;
}

export interface StartedCity<Screen> {
  view: CityView;
  time: ServerTime;
  Screen: Screen;
}

/**
 * Unpacks the page's city and loads what draws it, side by side; null until both are there. One
 * change of state and no suspending: React holds back what a fallback gives way to for 300 ms.
 *
 * @param screen the component, on its way; the same promise each time
 */
export function useStartedCity<Screen>(
  { packedCity, freshness, serverNowMs }: CarriedCity,
  screen: Promise<Screen> | null,
): StartedCity<Screen> | null {
  const [started, setStarted] = useState<StartedCity<Screen> | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page starts once
  useEffect(() => {
    let isGone = false;
    Promise.all([startView(packedCity, freshness), screen!]).then(
      ([view, Screen]) => {
        if (isGone) return;
        // A remembered page knows when it was written, not what time it is.
        const nowMs = isRememberedPage() ? Date.now() : serverNowMs;
        setStarted({ view, time: createServerTime(nowMs, Date.now), Screen });
      },
      (error: unknown) => {
        if (!isGone) setFailure({ error });
      },
    );
    return () => {
      isGone = true;
    };
  }, []);

  if (failure) throw failure.error;
  return started;
}
