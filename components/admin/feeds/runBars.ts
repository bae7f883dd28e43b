import type { JobRunSeen } from '@/lib/feeds/feedsReport';

export interface RunBar {
  startedAt: number;
  outcome: JobRunSeen['outcome'];
  /** 2 or more, so that the shortest run is seen. */
  height: number;
}

const MIN_HEIGHT = 2;

/**
 * Runs as bars, oldest first. Heights follow the square root of the duration: one slow run must not
 * flatten all the others.
 *
 * @param runs newest first
 * @param maxHeight of the slowest
 */
export function runBars(runs: readonly JobRunSeen[], maxHeight: number): RunBar[] {
  const slowest = Math.sqrt(Math.max(1, ...runs.map(({ durationMs }) => durationMs)));
  return runs.toReversed().map(({ startedAt, outcome, durationMs }) => ({
    startedAt,
    outcome,
    height: Math.max(MIN_HEIGHT, (Math.sqrt(durationMs) / slowest) * maxHeight),
  }));
}
