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
 */
export async function sandboxPeriod(
  reader: Pick<HistoryReader, 'readStretches' | 'readUnobserved'>,
  reach: HistoryReach,
  asked: Span,
): Promise<SandboxPeriod | NothingToReplay> {
  const fromAt = Math.max(asked.fromAt, reach.oldestAt);
  const toAt = Math.min(asked.toAt, reach.newestAt);
  if (fromAt >= toAt) return 'noHistory';
  const span = { fromAt, toAt };
  const [told, unobserved] = await Promise.all([
    reader.readStretches(span),
    reader.readUnobserved(span),
  ]);
  if (told.length === 0) return 'noHistory';
  const stretches = told.filter(({ tier }) => tier === 'changes');
  if (stretches.length === 0) return 'hoursOnly';
  const observed = cutSpans(clipSpans(stretches, span), unobserved);
  if (observed.length === 0) return 'noHistory';
  return { fromAt, toAt, stretches, observed, gaps: cutSpans([span], observed) };
}
