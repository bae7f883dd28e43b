import type { DayClock } from './dayClock';
import type { Span } from './stationSeries';
import type { DayFacts } from './summariseStation';

const MINUTE_S = 60;

/** A look at the status feed that brought valid data. Epoch seconds. */
export interface DayLook {
  at: number;
  medianReportedAt: number | null;
  /** Whether anything was new. */
  isNew: boolean;
}

/**
 * What all stations of a day share.
 *
 * @param unobserved when nobody knew the city
 * @param looks oldest first; from some time before the day on
 * @param knownToAt epoch seconds: now, or the day's end
 */
export function dayFactsOf(
  clock: DayClock,
  unobserved: readonly Span[],
  looks: readonly DayLook[],
  knownToAt: number,
): DayFacts {
  const minutes = clock.quarterOf.length;
  const isUnknown = new Uint8Array(minutes);
  const minuteFrom = (at: number) =>
    Math.min(minutes, Math.max(0, Math.ceil((at - clock.fromAt) / MINUTE_S)));
  // The minute after a gap began before the first look had landed.
  for (const { fromAt, toAt } of unobserved)
    isUnknown.fill(1, minuteFrom(fromAt), minuteFrom(toAt + MINUTE_S));

  const medianReportedAt = new Float64Array(minutes);
  let next = 0;
  for (let minute = 0; minute < minutes; minute++) {
    const at = clock.fromAt + minute * MINUTE_S;
    while (next < looks.length && looks[next]!.at <= at) next++;
    medianReportedAt[minute] = looks[next - 1]?.medianReportedAt ?? at;
  }
  return { clock, knownToAt, isUnknown, medianReportedAt };
}

/** The usual time between two looks that brought something new, minutes; 1 where none is known. */
export function lookEveryMin(looks: readonly DayLook[]): number {
  const fresh = looks.filter(({ isNew }) => isNew);
  const steps = fresh.slice(1).map(({ at }, i) => at - fresh[i]!.at);
  const middle = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)];
  return Math.max(1, (middle ?? MINUTE_S) / MINUTE_S);
}
