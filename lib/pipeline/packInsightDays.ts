import type { InsightDayStore } from '@/lib/insights/insightDayStore';

/** Packs every summarised day that is not packed as it stands. Cut off, the rest is still due. */
export async function packInsightDays(store: InsightDayStore): Promise<{ packed: number }> {
  const dates = await store.readDueDates();
  for (const date of dates) await store.packDate(date);
  return { packed: dates.length };
}
