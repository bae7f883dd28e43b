import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { dayClockOf } from '@/lib/history/dayClock';
import { dayKindOf } from '@/lib/history/dayKindOf';
import { createDaySummaryStore } from '@/lib/history/daySummaryStore';
import type { FeedReliability } from '@/lib/insights/feedReliability';
import { readFeedReliability } from '@/lib/insights/feedReliabilityStore';
import type { Period } from '@/lib/insights/foldDays';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { periodOf, stretchesOfDays } from '@/lib/insights/periodOf';
import { type Insights, loadInsights } from '@/lib/pipeline/loadInsights';
import { readSystem } from '@/lib/stations/systemStore';
import { SECOND_MS } from '@/lib/units/clock';

/** The past as the page and its files tell it. */
export interface WebInsights {
  insights: Insights;
  feed: FeedReliability;
  /** Of the past with data, newest first. */
  stretches: Period[];
  timezone: string;
}

/** @returns null while no day has been summarised */
export async function webInsights(filter: InsightFilter): Promise<WebInsights | null> {
  const { pool } = webDatabase();
  const { SYSTEM_ID } = env();
  const [system, days] = await Promise.all([
    readSystem(pool, SYSTEM_ID),
    createDaySummaryStore(pool, SYSTEM_ID).readSummarisedDays(),
  ]);
  const dates = days.map(({ localDate }) => localDate);
  const period = periodOf(filter, dates);
  if (!system || !period) return null;
  const { timezone } = system;
  const span = {
    fromAt: dayClockOf(period.from, timezone).fromAt,
    toAt: dayClockOf(period.to, timezone).toAt,
  };
  const nowAt = Date.now() / SECOND_MS;
  const [insights, feed] = await Promise.all([
    loadInsights(pool, SYSTEM_ID, filter, period, (date) => dayKindOf(date, timezone)),
    readFeedReliability(pool, SYSTEM_ID, span, timezone, nowAt),
  ]);
  return { insights, feed, stretches: stretchesOfDays(dates), timezone };
}
