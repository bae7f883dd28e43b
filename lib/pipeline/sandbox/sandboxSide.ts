import type { JudgedTimeline } from './judgedTimeline';
import { ALERT_OUTCOMES, RUN_OUTCOMES } from './sandboxOutcomes';
import type { SandboxSide } from './sandboxResult';

const MINUTE_S = 60;
const DAY_MIN = 1_440;
/** A rate a day from less would be made up. */
const LEAST_OBSERVED_MIN = 60;

/**
 * All stations by one of the settings.
 *
 * @param side index into the pairs
 */
export function sandboxSide(
  stations: readonly JudgedTimeline[],
  side: 0 | 1,
  observedMin: number,
): SandboxSide {
  const all = stations.flatMap(({ alerts }) => alerts[side]);
  const told = all.filter(({ wasOpen }) => !wasOpen);
  const outcomes = countBy(
    ALERT_OUTCOMES,
    told.map(({ outcome }) => outcome),
  );
  const runs = countBy(
    RUN_OUTCOMES,
    stations.flatMap(({ runOutcomes }) => runOutcomes[side]),
  );
  const came = outcomes.alreadyEmpty + outcomes.ranEmpty;
  return {
    alerts: told.length,
    alertsADay: observedMin < LEAST_OBSERVED_MIN ? null : (told.length * DAY_MIN) / observedMin,
    openedShort: all.length - told.length,
    stations: stations.filter(({ alerts }) => alerts[side].length > 0).length,
    medianMin: medianOf(told.map(({ shortS }) => shortS / MINUTE_S)),
    totalMin: all.reduce((sum, { shortS }) => sum + shortS / MINUTE_S, 0),
    outcomes,
    precision: shareOf(came, came + outcomes.stayed),
    runs,
    recall: shareOf(runs.announced, runs.announced + runs.late + runs.missed),
  };
}

function countBy<Key extends string>(
  keys: readonly Key[],
  values: readonly Key[],
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const value of values) counts[value] += 1;
  return counts;
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Of an even number of values the lower middle one. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
