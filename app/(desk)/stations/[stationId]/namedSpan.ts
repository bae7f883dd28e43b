import { SPAN_S, type SpanName } from '@/components/station/shownSpan';
import type { HistoryReach } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import type { StationProfile } from '@/lib/stations/stationProfile';

/**
 * The span that a name stands for: it ends now, with the station's removal, or, where the city has
 * been silent for longer than that, with the newest that is known.
 *
 * @param nowAt epoch seconds
 */
export function namedSpan(
  name: SpanName,
  { removedAt }: Pick<StationProfile, 'removedAt'>,
  reach: HistoryReach | null,
  nowAt: number,
): Span {
  const toAt = newestAt(removedAt, reach, nowAt, SPAN_S[name]);
  return { fromAt: toAt - SPAN_S[name], toAt };
}

function newestAt(
  removedAt: number | null,
  reach: HistoryReach | null,
  nowAt: number,
  silenceS: number,
): number {
  if (removedAt !== null) return Math.min(removedAt, nowAt);
  return reach && nowAt - reach.newestAt > silenceS ? reach.newestAt : nowAt;
}
