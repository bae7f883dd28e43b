'use client';

import { useRef, useState } from 'react';
import type { useDesk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';

/** Binds the page's single keys to its search and to the dialog that lists all keys. */
export function useKeys(desk: Pick<ReturnType<typeof useDesk>, 'close' | 'raise'>) {
  const search = useRef<HTMLInputElement>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const showHelp = () => setIsHelpOpen(true);
  const toSearch = () => {
    desk.close();
    desk.raise();
    // The list is inert until the station over it has gone.
    requestAnimationFrame(() => {
      search.current?.focus();
      search.current?.select();
    });
  };
  useDeskKeys({ onSearch: toSearch, onHelp: showHelp });
  return {
    search,
    showHelp,
    hideHelp: () => setIsHelpOpen(false),
    isHelpOpen,
  };
}
