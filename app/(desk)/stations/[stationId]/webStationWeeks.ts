import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { dayKindOf } from '@/lib/history/dayKindOf';
import { createDaySummaryStore } from '@/lib/history/daySummaryStore';
import { addDays } from '@/lib/insights/calendar';
import { type StationWeeks, stationWeeks } from '@/lib/insights/stationWeeks';

/** Thirteen weeks: long enough for a habit to show, short enough to follow the season. */
const WEEKS_BACK_DAYS = 91;

/**
 * A station's hours of the week over the last thirteen weeks.
 *
 * @param newestAt epoch seconds; later days are left out
 */
export async function webStationWeeks(
  stationId: string,
  timeZone: string,
  newestAt: number,
): Promise<StationWeeks> {
  const store = createDaySummaryStore(webDatabase().pool, env().SYSTEM_ID);
  // A local date is at most one day from that of UTC.
  const to = addDays(new Date(newestAt * 1_000).toISOString().slice(0, 10), 1);
  const [days, rates] = await Promise.all([
    store.readStationDays(stationId, addDays(to, -WEEKS_BACK_DAYS), to),
    store.readRates(stationId),
  ]);
  return stationWeeks(days, rates, (localDate) => dayKindOf(localDate, timeZone));
}
