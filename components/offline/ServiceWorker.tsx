'use client';

import { useEffect } from 'react';
import { isDevelopment } from '@/lib/env/development';

/** Registers the service worker once the page has loaded; the first visit comes first. */
export function ServiceWorker() {
  useEffect(() => {
    // Development serves other code under the same names at every change.
    if (isDevelopment || !('serviceWorker' in navigator)) return;
    const register = async () => {
      await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
      const { active } = await navigator.serviceWorker.ready;
      const urls = performance.getEntriesByType('resource').map(({ name }) => name);
      active?.postMessage({ type: 'keepBuiltFiles', urls });
    };
    const start = () => {
      register().catch((error) => console.warn('Limelight will not open offline', error));
    };
    if (document.readyState === 'complete') start();
    else window.addEventListener('load', start, { once: true });
    return () => window.removeEventListener('load', start);
  }, []);
  return null;
}
