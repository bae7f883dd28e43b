import type { Span } from './stationSeries';

/** Spans that overlap or touch become one; empty ones go. Oldest first. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.filter((one) => one.toAt > one.fromAt).sort(byBeginning)) {
    const last = joined.at(-1);
    if (last && span.fromAt <= last.toAt) last.toAt = Math.max(last.toAt, span.toAt);
    else joined.push({ ...span });
  }
  return joined;
}

/** The part of each span that lies within a window; what lies outside goes. */
export function clipSpans(spans: readonly Span[], window: Span): Span[] {
  return spans
    .map(({ fromAt, toAt }) => ({
      fromAt: Math.max(fromAt, window.fromAt),
      toAt: Math.min(toAt, window.toAt),
    }))
    .filter(({ fromAt, toAt }) => toAt > fromAt);
}

/** What is left of spans where others are cut out. Oldest first. */
export function cutSpans(spans: readonly Span[], others: readonly Span[]): Span[] {
  const holes = joinSpans(others);
  return joinSpans(spans).flatMap((span) => {
    const inside = clipSpans(holes, span);
    const edges = [span.fromAt, ...inside.flatMap(({ fromAt, toAt }) => [fromAt, toAt]), span.toAt];
    const left: Span[] = [];
    for (let i = 0; i < edges.length; i += 2)
      if (edges[i + 1]! > edges[i]!) left.push({ fromAt: edges[i]!, toAt: edges[i + 1]! });
    return left;
  });
}

function byBeginning(a: Span, b: Span): number {
  return a.fromAt - b.fromAt;
}
