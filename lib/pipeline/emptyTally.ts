import type { Span } from '@/lib/history/stationSeries';

/** Counts how many stations are empty through a span, from observations in the order of their time. */
export interface EmptyTally {
  /** @param at epoch seconds, not before the one of the call before */
  observe(at: number, stationId: string, isEmpty: boolean): void;
  /**
   * @param unobserved where nobody looked
   * @returns the average of each step; null where nobody looked for more than half of it
   */
  finish(unobserved: readonly Span[]): (number | null)[];
}

/** @param stepS seconds a step; the last one may be cut off by the end of the span */
export function createEmptyTally({ fromAt, toAt }: Span, stepS: number): EmptyTally {
  const steps = Math.max(0, Math.ceil((toAt - fromAt) / stepS));
  const emptyS = new Float64Array(steps);
  const empty = new Set<string>();
  let reachedAt = fromAt;

  const endOf = (step: number) => Math.min(toAt, fromAt + (step + 1) * stepS);

  function advance(to: number): void {
    const until = Math.min(to, toAt);
    while (reachedAt < until) {
      const step = Math.floor((reachedAt - fromAt) / stepS);
      const next = Math.min(until, endOf(step));
      emptyS[step]! += empty.size * (next - reachedAt);
      reachedAt = next;
    }
  }

  return {
    observe(at, stationId, isEmpty) {
      advance(at);
      if (isEmpty) empty.add(stationId);
      else empty.delete(stationId);
    },
    finish(unobserved) {
      advance(toAt);
      return Array.from(emptyS, (sum, step) => {
        const span = { fromAt: fromAt + step * stepS, toAt: endOf(step) };
        const lengthS = span.toAt - span.fromAt;
        const blindS = unobserved.reduce((total, gap) => total + overlapS(gap, span), 0);
        return blindS > lengthS / 2 ? null : Math.round((10 * sum) / lengthS) / 10;
      });
    },
  };
}

function overlapS(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.toAt, b.toAt) - Math.max(a.fromAt, b.fromAt));
}
