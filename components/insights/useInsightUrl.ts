'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { type InsightFilter, insightFilterParams } from '@/lib/insights/insightFilter';

/** The address of the page under a filter. */
export function insightAddress(filter: InsightFilter): string {
  const params = insightFilterParams(filter).toString();
  return params === '' ? '/insights' : `/insights?${params}`;
}

/** Asks the page something else; what is shown stays until the answer is there. */
export function useInsightUrl(filter: InsightFilter) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return {
    isPending,
    ask: (change: Partial<InsightFilter>) =>
      startTransition(() =>
        router.push(insightAddress({ ...filter, ...change }), { scroll: false }),
      ),
  };
}
