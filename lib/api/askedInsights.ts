import { z } from 'zod';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { dayKindOf } from '@/lib/history/dayKindOf';
import { createDaySummaryStore } from '@/lib/history/daySummaryStore';
import { problem } from '@/lib/http/problem';
import { insightFilterSchema } from '@/lib/insights/insightFilter';
import { periodOf } from '@/lib/insights/periodOf';
import { type Insights, loadInsights } from '@/lib/pipeline/loadInsights';
import { readSystem } from '@/lib/stations/systemStore';
import { SECOND_MS } from '@/lib/units/clock';
import { localMinuteText } from '@/lib/units/localMinute';
import { aboutSystem } from './cityAbout';
import type { TableAbout } from './table/apiTable';

/** The past counted for a question, and what an answer says of it; or the refusal. */
export async function loadAskedInsights(
  query: Record<string, unknown>,
): Promise<{ insights: Insights; about: TableAbout } | Response> {
  const filter = insightFilterSchema.safeParse(query);
  if (!filter.success) return problem('badRequest', z.prettifyError(filter.error));
  const { SYSTEM_ID: systemId } = env();
  const { pool } = webDatabase();
  const [system, days] = await Promise.all([
    readSystem(pool, systemId),
    createDaySummaryStore(pool, systemId).readSummarisedDays(),
  ]);
  if (!system) return problem('unavailable', 'No data have been fetched yet.');
  const dates = days.map(({ localDate }) => localDate);
  const today = localMinuteText(Date.now() / SECOND_MS, system.timezone).slice(0, 10);
  // Before the first day is summarised there is nothing to tell, which is an answer too.
  const period = periodOf(filter.data, dates) ?? { from: today, to: today };
  const kindOf = (date: string) => dayKindOf(date, system.timezone);
  const insights = await loadInsights(pool, systemId, filter.data, period, kindOf);
  const { daysWithData, hasRates } = insights;
  const { name: systemName, simulation, timezone: timeZone } = system;
  const about = aboutSystem({ systemId, systemName, simulation });
  return { insights, about: { ...about, timeZone, ...period, daysWithData, hasRates } };
}
