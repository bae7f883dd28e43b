'use client';

import { useEffect, useState } from 'react';

/** Without any change the past is read again this often: it slides on, and gaps show. */
const SLIDE_MS = 5 * 60_000;

/**
 * Counts how often something changed since it was first known, and the minutes that passed: what
 * the page brought along is as new as the first.
 *
 * @param key null while nothing is known
 */
export function useChangeCount(key: string | null): string {
  const [seen, setSeen] = useState({ key, count: 0 });
  const [slides, setSlides] = useState(0);
  if (seen.key !== key) setSeen({ key, count: seen.count + (seen.key === null ? 0 : 1) });
  useEffect(() => {
    const timer = window.setInterval(() => setSlides((was) => was + 1), SLIDE_MS);
    return () => window.clearInterval(timer);
  }, []);
  return `${seen.count} ${slides}`;
}
