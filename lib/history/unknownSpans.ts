import type { Span, StationSeries } from './stationSeries';

/** What stood there on an hour is taken to hold until the next one, and no longer. */
const HOUR_S = 3_600;

/**
 * The spans of a series of which nobody knows anything, oldest first and joined: nobody looked, no
 * tier reaches there, an hour is missing in the archive, or it lies before the first observation.
 */
export function unknownSpans(series: StationSeries): Span[] {
  return joinSpans([
    ...series.unobserved,
    ...outsideOf(series, series.stretches),
    ...missingHours(series),
    { fromAt: series.fromAt, toAt: series.samples.at[0] ?? series.toAt },
  ]);
}

function outsideOf({ fromAt, toAt }: Span, stretches: readonly Span[]): Span[] {
  const edges = [fromAt, ...stretches.flatMap((stretch) => [stretch.fromAt, stretch.toAt]), toAt];
  return edges.flatMap((edge, i) =>
    i % 2 === 0 ? [{ fromAt: edge, toAt: edges[i + 1] ?? toAt }] : [],
  );
}

function missingHours({ stretches, samples }: StationSeries): Span[] {
  return stretches
    .filter(({ tier }) => tier === 'hours')
    .flatMap((stretch) => {
      const hours = samples.at.filter((at) => at >= stretch.fromAt && at < stretch.toAt);
      return hours.map((at, i) => ({ fromAt: at + HOUR_S, toAt: hours[i + 1] ?? stretch.toAt }));
    });
}

/** Spans that overlap or touch become one; empty ones go. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.filter((one) => one.toAt > one.fromAt).sort(byBeginning)) {
    const last = joined.at(-1);
    if (last && span.fromAt <= last.toAt) last.toAt = Math.max(last.toAt, span.toAt);
    else joined.push({ ...span });
  }
  return joined;
}

function byBeginning(a: Span, b: Span): number {
  return a.fromAt - b.fromAt;
}
