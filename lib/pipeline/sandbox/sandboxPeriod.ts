import type { HistoryReach, HistoryReader } from '@/lib/history/historyReader';
import { clipSpans, cutSpans } from '@/lib/history/spans';
import type { Span } from '@/lib/history/stationSeries';

/** A period as far as it can be replayed. Spans are oldest first. */
export interface SandboxPeriod extends Span {
  /** What the change log tells. */
  stretches: Span[];
  /** Those in which somebody looked. */
  observed: Span[];
  /** The rest of the period. */
  gaps: Span[];
}

/** Why a period cannot be replayed: nothing is known of it, or only what stood on each hour. */
export type NothingToReplay = 'noHistory' | 'hoursOnly';

/**
 * How much of a period can be replayed: what the change log tells to the minute, where somebody
 * looked.
 *
 * @param stationId any station of the system: where the tiers reach, and when nobody looked, is the
 *   same for all
 */
export async function sandboxPeriod(
  reader: Pick<HistoryReader, 'readStation'>,
  reach: HistoryReach,
  asked: Span,
  stationId: string,
): Promise<SandboxPeriod | NothingToReplay> {
  const fromAt = Math.max(asked.fromAt, reach.oldestAt);
  const toAt = Math.min(asked.toAt, reach.newestAt);
  if (fromAt >= toAt) return 'noHistory';
  const series = await reader.readStation(stationId, { fromAt, toAt });
  if (!series || series.stretches.length === 0) return 'noHistory';
  const stretches = series.stretches.filter(({ tier }) => tier === 'changes');
  if (stretches.length === 0) return 'hoursOnly';
  const observed = cutSpans(clipSpans(stretches, { fromAt, toAt }), series.unobserved);
  if (observed.length === 0) return 'noHistory';
  return { fromAt, toAt, stretches, observed, gaps: cutSpans([{ fromAt, toAt }], observed) };
}
