'use client';

import { useEffect, useRef } from 'react';
import { areSingleKeysOn } from './singleKeys';

/** What the page's single keys do, wherever the focus is but in a field. */
export interface DeskKeys {
  /** "/" */
  onSearch(): void;
  /** "?" */
  onHelp(): void;
}

const FIELDS = 'input, textarea, select, [contenteditable=true]';

/** Listens to "/" and "?" until the page is left or the person turns single keys off. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (key !== '/' && key !== '?') return;
      if (event.defaultPrevented || ctrlKey || metaKey || altKey || !areSingleKeysOn()) return;
      if (target instanceof Element && target.closest(FIELDS)) return;
      // What lies on top of the page has the keyboard for itself.
      if (document.querySelector('dialog:modal, :popover-open')) return;
      event.preventDefault();
      if (key === '/') latest.current.onSearch();
      else latest.current.onHelp();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
