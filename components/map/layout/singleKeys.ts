'use client';

import { useSyncExternalStore } from 'react';

/** "off" turns the page's single keys off; some people's speech input types them by accident. */
const NAME = 'limelight-single-keys';
const listeners = new Set<() => void>();

/** Whether single keys such as "/" do something on this device. */
export function areSingleKeysOn(): boolean {
  return window.localStorage.getItem(NAME) !== 'off';
}

export function turnSingleKeys(isOn: boolean): void {
  if (isOn) window.localStorage.removeItem(NAME);
  else window.localStorage.setItem(NAME, 'off');
  for (const listener of listeners) listener();
}

/** The same, kept up to date. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn, () => true);
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
