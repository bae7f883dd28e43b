import { instantOfLocalMinute, localMinuteText } from '@/lib/units/localMinute';
import type { TimeSpan } from '../charts/series';

/** The spans that are one press away; each ends with the newest that is known. */
export const SPANS = ['day', 'week', 'month'] as const;
export type SpanName = (typeof SPANS)[number];

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
export const SPAN_S: Readonly<Record<SpanName, number>> = {
  day: DAY_S,
  week: 7 * DAY_S,
  month: 30 * DAY_S,
};
/** Nearer than this there is nothing more to see, and no chart shows more than that. */
export const LEAST_SPAN_S = HOUR_S;
export const MOST_SPAN_S = 92 * DAY_S;

/** What the address asks for. */
export interface SpanWish {
  span: SpanName;
  /** Minutes of the city's clock (localMinuteText); only together. null: the whole named span. */
  from: string | null;
  to: string | null;
}

/** The part that was zoomed to; null where the address names none, or none that makes sense. */
export function zoomedSpan({ from, to }: SpanWish, timeZone: string): TimeSpan | null {
  if (from === null || to === null) return null;
  const fromAt = instantOfLocalMinute(from, timeZone);
  const toAt = instantOfLocalMinute(to, timeZone);
  if (fromAt === null || toAt === null) return null;
  const lengthS = toAt - fromAt;
  return lengthS >= LEAST_SPAN_S && lengthS <= MOST_SPAN_S ? { fromAt, toAt } : null;
}

/** What of a span has been already; null where that is less than can be shown. */
export function pastPart({ fromAt, toAt }: TimeSpan, nowAt: number): TimeSpan | null {
  const endsAt = Math.min(toAt, nowAt);
  return endsAt - fromAt >= LEAST_SPAN_S ? { fromAt, toAt: endsAt } : null;
}

/** How such a part is written into the address. */
export function zoomedText(span: TimeSpan, timeZone: string): Pick<SpanWish, 'from' | 'to'> {
  return {
    from: localMinuteText(span.fromAt, timeZone),
    to: localMinuteText(span.toAt, timeZone),
  };
}

/**
 * A wish for a span as it can be met: whole minutes, not too short nor too long, and within what
 * there is, moved rather than cut where its length allows.
 *
 * @param limits from the oldest that is known to the newest
 */
export function fitSpan(wish: TimeSpan, limits: TimeSpan): TimeSpan {
  const roomS = Math.max(LEAST_SPAN_S, limits.toAt - limits.fromAt);
  const lengthS = Math.min(MOST_SPAN_S, roomS, Math.max(LEAST_SPAN_S, wish.toAt - wish.fromAt));
  const middleAt = (wish.fromAt + wish.toAt) / 2;
  const earliest = Math.min(limits.fromAt, limits.toAt - lengthS);
  const fromAt = Math.min(limits.toAt - lengthS, Math.max(earliest, middleAt - lengthS / 2));
  // Never up: the minute under way is not over, and what has not been cannot be asked for.
  const toAt = Math.floor((fromAt + lengthS) / MINUTE_S) * MINUTE_S;
  return { fromAt: toAt - Math.round(lengthS / MINUTE_S) * MINUTE_S, toAt };
}
