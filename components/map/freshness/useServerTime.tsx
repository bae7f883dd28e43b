'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { ServerTime } from './serverTime';

const ServerTimeContext = createContext<ServerTime | null>(null);

export function ServerTimeProvider({ time, children }: { time: ServerTime; children: ReactNode }) {
  return <ServerTimeContext value={time}>{children}</ServerTimeContext>;
}

/**
 * Something that follows from the server's present. The component is drawn anew only when the
 * selected value changes, so a banner that appears after three minutes costs nothing each second.
 *
 * @param select gives a primitive from epoch seconds
 */
export function useServerTime<T extends string | number | boolean | null>(
  select: (nowS: number) => T,
): T {
  const time = useContext(ServerTimeContext);
  if (!time) throw new Error('useServerTime needs a ServerTimeProvider above it');
  const read = () => select(time.nowS());
  return useSyncExternalStore(time.subscribe, read, read);
}
