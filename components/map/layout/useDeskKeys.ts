'use client';

import { useEffect, useRef } from 'react';
import { areSingleKeysOn } from './singleKeys';

/** What the page's single keys do, wherever the focus is but in a field. */
export interface DeskKeys {
  /** "/" */
  onSearch(): void;
  /** "?" */
  onHelp(): void;
  /** "t" */
  onTime(): void;
}

/** A slider is typed into by arrows alone. */
const FIELDS = 'input:not([type=range]), textarea, select, [contenteditable=true]';

/** Listens to "/", "?" and "t" until the page is left or the person turns single keys off. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!['/', '?', 't'].includes(key) || !isPageKey(event)) return;
      event.preventDefault();
      if (key === '/') latest.current.onSearch();
      else if (key === 't') latest.current.onTime();
      else latest.current.onHelp();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether a single key was meant for the page: pressed alone, in no field, under nothing on top. */
export function isPageKey(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey } = event;
  if (event.defaultPrevented || ctrlKey || metaKey || altKey || !areSingleKeysOn()) return false;
  if (target instanceof Element && target.closest(FIELDS)) return false;
  // What lies on top of the page has the keyboard for itself.
  return document.querySelector('dialog:modal, :popover-open') === null;
}
