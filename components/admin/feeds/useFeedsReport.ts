'use client';

import { useCallback, useEffect, useState } from 'react';
import type { FeedsReport } from '@/lib/feeds/feedsReport';

const EVERY_MS = 3_000;

export interface LiveReport {
  report: FeedsReport;
  /** The server's present, ticking, epoch seconds. */
  nowS: number;
  /** Whether the last look failed; what is shown stays, with its age. */
  isLost: boolean;
  /** Looks again at once. */
  refresh(): Promise<void>;
}

/** Keeps the report fresh while the page is looked at, and its ages ticking in between. */
export function useFeedsReport(first: FeedsReport): LiveReport {
  const [report, setReport] = useState(first);
  const [nowS, setNowS] = useState(first.nowS);
  const [isLost, setIsLost] = useState(false);

  const refresh = useCallback(async () => {
    try {
      const response = await fetch('/api/admin/feeds', { cache: 'no-store' });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      const next = (await response.json()) as FeedsReport;
      setReport(next);
      setNowS(next.nowS);
      setIsLost(false);
    } catch {
      // The next look tries again; the page says so meanwhile.
      setIsLost(true);
    }
  }, []);

  useEffect(() => {
    const ticking = setInterval(() => setNowS((before) => before + 1), 1_000);
    const looking = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh();
    }, EVERY_MS);
    const look = () => document.visibilityState === 'visible' && void refresh();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(ticking);
      clearInterval(looking);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  return { report, nowS, isLost, refresh };
}
