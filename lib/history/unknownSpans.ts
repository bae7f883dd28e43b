import { cutSpans, joinSpans } from './spans';
import type { Span, StationSeries } from './stationSeries';

/** What stood there on an hour is taken to hold until the next one, and no longer. */
const HOUR_S = 3_600;

/**
 * The spans of a series of which nobody knows anything, oldest first and joined: nobody looked, no
 * tier reaches there, an hour is missing in the archive, or it lies before the first observation.
 */
export function unknownSpans(series: StationSeries): Span[] {
  const { fromAt, toAt } = series;
  return joinSpans([
    ...series.unobserved,
    ...cutSpans([{ fromAt, toAt }], series.stretches),
    ...missingHours(series),
    { fromAt, toAt: series.samples.at[0] ?? toAt },
  ]);
}

function missingHours({ stretches, samples }: StationSeries): Span[] {
  return stretches
    .filter(({ tier }) => tier === 'hours')
    .flatMap((stretch) => {
      const hours = samples.at.filter((at) => at >= stretch.fromAt && at < stretch.toAt);
      return hours.map((at, i) => ({ fromAt: at + HOUR_S, toAt: hours[i + 1] ?? stretch.toAt }));
    });
}
