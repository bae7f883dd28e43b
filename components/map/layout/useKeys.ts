'use client';

import { useCallback, useRef, useState } from 'react';
import type { useDesk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';

/**
 * Binds the page's single keys to its search, to the dialog that lists all keys, and to the past.
 *
 * @param onTime opens the way into the past, or closes it
 */
export function useKeys(
  desk: Pick<ReturnType<typeof useDesk>, 'close' | 'raise'>,
  onTime: () => void,
) {
  const search = useRef<HTMLInputElement>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const showHelp = useCallback(() => setIsHelpOpen(true), []);
  const toSearch = () => {
    desk.close();
    desk.raise();
    // The list is inert until the station over it has gone.
    requestAnimationFrame(() => {
      search.current?.focus();
      search.current?.select();
    });
  };
  useDeskKeys({ onSearch: toSearch, onHelp: showHelp, onTime });
  return {
    search,
    showHelp,
    hideHelp: () => setIsHelpOpen(false),
    isHelpOpen,
  };
}
