'use client';

import { useEffect, useRef } from 'react';
import type { LiveCity } from '../map/live/liveCity';
import { forgetView, rememberView } from './rememberedView';

const REMEMBER_EVERY_MS = 30_000;

/** Keeps what is on screen for a visit without a network, and forgets it when signed out. */
export function useRememberedCity({ view, connection }: Pick<LiveCity, 'view' | 'connection'>) {
  const rememberedAtMs = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (connection !== 'open') return;
    if (performance.now() - rememberedAtMs.current < REMEMBER_EVERY_MS) return;
    rememberedAtMs.current = performance.now();
    // Writing a city as text takes longer than painting it: not before it is on the screen.
    whenIdle(() => {
      // A full disk costs the offline copy, not the map.
      rememberView(view).catch((error) =>
        console.warn('The city could not be kept offline', error),
      );
    });
  }, [view, connection]);

  useEffect(() => {
    if (connection === 'signedOut') void forgetView();
  }, [connection]);
}

/** Safari has no idle callbacks. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 1_000);
}
