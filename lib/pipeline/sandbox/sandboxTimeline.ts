import type { Span } from '@/lib/history/stationSeries';

/** The two settings that are compared, in this order wherever there is one of each. */
export const SIDES = ['inForce', 'draft'] as const;
export type Pair<Value> = [inForce: Value, draft: Value];

/**
 * What happened at one station during the replayed period. Spans are oldest first, do not touch, and
 * lie within those in which the station's state is known. Epoch seconds.
 */
export interface SandboxTimeline {
  stationId: string;
  /** Observed, listed by the feed, and eligible: its numbers mean something. */
  known: Span[];
  /** Somebody looked, and the feed did not have it. */
  absent: readonly Span[];
  /** Without a usable bike. */
  empty: Span[];
  /** Critical or empty, by either settings. */
  short: Pair<Span[]>;
}

/** Adds what follows the last span, or makes it longer. */
export function appendSpan(spans: Span[], fromAt: number, toAt: number): void {
  const last = spans.at(-1);
  if (last?.toAt === fromAt) last.toAt = toAt;
  else spans.push({ fromAt, toAt });
}

/** The index of the last span that begins at or before an instant; 0 before all of them. */
export function spanIndexAt(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.fromAt <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
