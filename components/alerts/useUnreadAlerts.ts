'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;
/** Fired on the window by whoever changed the number. */
const CHANGED = 'limelight:alerts-read';

/** Tells the bell that digests were read. */
export function noteAlertsRead(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/**
 * How many digests are unread: asked for now, every half minute while the page is in sight, when it
 * comes back into sight, and when some were read. A question that fails leaves the number as it is;
 * the next one mends it. 0 until the first answer.
 *
 * @param key asks anew whenever it changes, such as the page being shown
 */
export function useUnreadAlerts(key: string): number {
  const [unread, setUnread] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is there to ask anew
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !navigator.onLine) return;
      const answer = await readUnread(signal);
      if (signal.aborted || answer === null) return;
      // Signed out: whoever signs in again loads the page anew.
      if (answer === 'refused') clearInterval(timer);
      else setUnread(answer);
    };
    const timer = setInterval(ask, EVERY_MS);
    void ask();
    document.addEventListener('visibilitychange', ask, { signal });
    window.addEventListener(CHANGED, ask, { signal });
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [key]);
  return unread;
}

async function readUnread(signal: AbortSignal): Promise<number | 'refused' | null> {
  try {
    const response = await fetch('/api/alerts/unread', { signal });
    if (response.status === 401 || response.status === 403) return 'refused';
    if (!response.ok) return null;
    const { unread } = (await response.json()) as { unread: number };
    return unread;
  } catch {
    // Offline, or the page is left.
    return null;
  }
}
