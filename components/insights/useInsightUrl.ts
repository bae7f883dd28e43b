'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { type InsightFilter, insightFilterParams } from '@/lib/insights/insightFilter';

/** The address of the page under a filter. */
export function insightAddress(filter: InsightFilter): string {
  const params = insightFilterParams(filter).toString();
  return params === '' ? '/insights' : `/insights?${params}`;
}

/**
 * Asks the page something else. What is shown stays until the answer is there; the controls show
 * what was asked at once.
 */
export function useInsightUrl(filter: InsightFilter) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [asked, setAsked] = useOptimistic(filter);
  return {
    isPending,
    asked,
    ask: (change: Partial<InsightFilter>) =>
      startTransition(() => {
        const next = { ...asked, ...change };
        setAsked(next);
        router.push(insightAddress(next), { scroll: false });
      }),
  };
}
