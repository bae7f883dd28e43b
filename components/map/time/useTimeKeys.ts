'use client';

import { useEffect, useRef } from 'react';
import { isPageKey } from '../layout/useDeskKeys';
import type { TimeStep } from './timeSteps';

export interface TimeKeys {
  /** "k" */
  onPlay(): void;
  /** "j" back and "l" forward: a minute; with Shift an hour. */
  onStep(step: TimeStep, by: 1 | -1): void;
  /** "n" */
  onNow(): void;
}

/** Listens to the single keys of the time bar for as long as it is open. */
export function useTimeKeys(keys: TimeKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!['k', 'j', 'l', 'n'].includes(key) || !isPageKey(event)) return;
      event.preventDefault();
      if (key === 'k') latest.current.onPlay();
      else if (key === 'n') latest.current.onNow();
      else latest.current.onStep(event.shiftKey ? 'hour' : 'minute', key === 'l' ? 1 : -1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
