'use client';

import { useEffect, useRef, useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { newlyShort } from './newlyShort';

const NEWS_LASTS_MS = 12_000;

export interface StationNews {
  index: number;
  /** By performance.now(). */
  sinceMs: number;
}

/** Stations that became critical or empty in the last seconds, as indexes into the view. */
export function useNews(view: CityView): readonly StationNews[] {
  const before = useRef(view);
  const [news, setNews] = useState<readonly StationNews[]>([]);

  useEffect(() => {
    if (before.current === view) return;
    const wasSameBase = before.current.base === view.base;
    const sinceMs = performance.now();
    const fresh = newlyShort(before.current, view).map((index) => ({ index, sinceMs }));
    before.current = view;
    if (fresh.length === 0 && wasSameBase) return;
    // Indexes of another base mean other stations, so older news go with it.
    setNews((old) => [
      ...(wasSameBase ? old.filter((item) => sinceMs - item.sinceMs < NEWS_LASTS_MS) : []),
      ...fresh,
    ]);
  }, [view]);

  useEffect(() => {
    if (news.length === 0) return;
    const timer = window.setTimeout(() => setNews([]), NEWS_LASTS_MS);
    return () => window.clearTimeout(timer);
  }, [news]);

  return news;
}
