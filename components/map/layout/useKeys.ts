'use client';

import { useRef, useState } from 'react';
import type { useDesk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';

/** Binds the page's single keys to its search and to the dialog that lists all keys. */
export function useKeys(desk: Pick<ReturnType<typeof useDesk>, 'close' | 'raise'>) {
  const search = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState<'never' | 'open' | 'closed'>('never');
  const showHelp = () => setHelp('open');
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
    hideHelp: () => setHelp('closed'),
    isHelpOpen: help === 'open',
    /** From then on the dialog is loaded. */
    wasHelpAsked: help !== 'never',
  };
}
