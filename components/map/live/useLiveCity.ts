'use client';

import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { CityFrame, CityView } from '@/lib/pipeline/cityView';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { type LiveCity, nextLiveCity, startLiveCity } from './liveCity';
import { openLiveConnection } from './liveConnection';

const EVENTS_URL = '/api/map/events';
const VIEW_URL = '/api/map/view';
const VIEW_RETRY_MS = 3_000;

/**
 * The city, kept as new as the server's: pushed frames while connected, the whole view when
 * stations changed.
 *
 * @param onAnswer told the Date header of each fetched answer
 */
export function useLiveCity(
  initial: CityView,
  onAnswer: (dateHeader: string | null) => void,
): LiveCity & { reconnectNow(): void } {
  const [city, dispatch] = useReducer(nextLiveCity, initial, startLiveCity);
  const connection = useRef<{ reconnectNow(): void } | null>(null);

  const fetchView = useCallback(async () => {
    const response = await fetch(VIEW_URL, { cache: 'no-store' });
    onAnswer(response.headers.get('date'));
    if (response.status === 401 || response.status === 403) dispatch({ type: 'signedOut' });
    else if (response.ok) dispatch({ type: 'view', view: (await response.json()) as CityView });
    else throw new Error(`The view could not be fetched: ${response.status}`);
  }, [onAnswer]);

  useEffect(() => {
    const live = openLiveConnection(
      () => new EventSource(EVENTS_URL),
      {
        onOpen: () => dispatch({ type: 'opened' }),
        onEvent(name, data) {
          if (name === 'base') dispatch({ type: 'base' });
          else if (name === 'beat') {
            dispatch({ type: 'beat', freshness: JSON.parse(data) as CityFreshness });
          } else {
            const frame = JSON.parse(data) as CityFrame;
            // A frame is what the page is for: painted now, not when React finds the time.
            flushSync(() => dispatch({ type: 'frame', frame }));
          }
        },
        onLost(isRefused) {
          dispatch({ type: 'lost', atMs: Date.now() });
          // Asks why; unreachable is no answer, and the connection keeps trying anyway.
          if (isRefused) fetchView().catch(() => {});
        },
      },
      {
        set: (run, delayMs) => window.setTimeout(run, delayMs),
        clear: (timer) => window.clearTimeout(timer as number),
        rng: Math.random,
      },
    );
    connection.current = live;
    const reconnect = () => live.reconnectNow();
    window.addEventListener('online', reconnect);
    return () => {
      window.removeEventListener('online', reconnect);
      live.close();
    };
  }, [fetchView]);

  useEffect(() => {
    if (!city.needsView) return;
    let retry: number | undefined;
    const attempt = () => {
      fetchView().catch(() => {
        retry = window.setTimeout(attempt, VIEW_RETRY_MS);
      });
    };
    attempt();
    return () => window.clearTimeout(retry);
  }, [city.needsView, fetchView]);

  const reconnectNow = useCallback(() => connection.current?.reconnectNow(), []);
  return useMemo(() => ({ ...city, reconnectNow }), [city, reconnectNow]);
}
