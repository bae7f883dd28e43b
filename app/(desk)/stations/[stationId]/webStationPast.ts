import { dayTotals } from '@/components/map/station/stationDay';
import { pastDay } from '@/components/station/pastDay';
import type { ShownPast } from '@/components/station/shownPast';
import { webDatabase } from '@/lib/db/webDatabase';
import { UNKNOWN_REASONS } from '@/lib/deficit/assessment';
import { env } from '@/lib/env/env';
import type { Span } from '@/lib/history/stationSeries';
import { thinSeries } from '@/lib/history/thinSeries';
import { webHistory } from '@/lib/live/webHistory';
import type { CityView } from '@/lib/pipeline/cityView';
import { loadStationPast, type StationPast } from '@/lib/pipeline/stationPast';
import type { StationProfile } from '@/lib/stations/stationProfile';

/** No chart is drawn wider, CSS pixels. */
const CHART_PX = 1_200;
const STALE = UNKNOWN_REASONS.indexOf('stale');

/** All that is known of a station over a span. */
export function webStationPast(
  profile: StationProfile,
  { base }: CityView,
  span: Span,
): Promise<StationPast> {
  const sources = { db: webDatabase().pool, systemId: env().SYSTEM_ID, reader: webHistory() };
  return loadStationPast(sources, base, profile, span);
}

/** The same as the page draws it. @param nowAt epoch seconds */
export async function shownStationPast(
  profile: StationProfile,
  view: CityView,
  span: Span,
  nowAt: number,
): Promise<ShownPast> {
  const past = await webStationPast(profile, view, span);
  const silentSinceAt = silentSince(view, profile.stationId, span.toAt);
  return {
    ...past,
    samples: thinSeries(past.samples, span, CHART_PX),
    silentSinceAt,
    endsNow: span.toAt >= nowAt,
    totals: dayTotals(pastDay(past, silentSinceAt)),
  };
}

function silentSince({ base, frame }: CityView, stationId: string, toAt: number): number | null {
  const i = base.stations.stationId.indexOf(stationId);
  if (i < 0 || frame.assessment.unknownReason[i] !== STALE) return null;
  const reportedAt = frame.status.lastReportedAt[i] ?? null;
  return reportedAt !== null && reportedAt < toAt ? reportedAt : null;
}
