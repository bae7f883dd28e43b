'use client';

import { useEffect } from 'react';

/** Keeps the screen from going dark while the page is in sight, where the browser can. */
export function useAwakeScreen(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      // Refused on a low battery: the wall then sleeps as it would without us.
      navigator.wakeLock.request('screen').then(
        (held) => {
          lock = held;
        },
        (error: Error) => console.warn('The screen may go dark:', error.message),
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
