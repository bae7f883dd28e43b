'use client';

import { useEffect } from 'react';

/**
 * Calls on Escape wherever the focus is, unless something nearer took the key.
 *
 * @param onEscape null: Escape means nothing now
 */
export function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    if (!onEscape) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isForPopover = document.querySelector(':popover-open') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isForPopover) onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onEscape]);
}
