'use client';

import { useSyncExternalStore } from 'react';

const neverChanges = () => () => {};

/** Whether the page's script runs: false on the server and until React has taken over the markup. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
