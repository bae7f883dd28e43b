/** Minutes of the past a second, slowest first. */
export const PLAY_SPEEDS = [1, 5, 10, 30, 60] as const;
export type PlaySpeed = (typeof PLAY_SPEEDS)[number];

const MINUTE_S = 60;

/** Time that runs faster than ours, from a minute of the past on. */
export interface PlayClock {
  /** Epoch seconds. */
  fromAt: number;
  /** When it was there, milliseconds of any clock that never goes back. */
  startedMs: number;
  speed: PlaySpeed;
}

/** The whole minute that a clock shows; epoch seconds. */
export function playedMinute({ fromAt, startedMs, speed }: PlayClock, nowMs: number): number {
  const passedS = (Math.max(0, nowMs - startedMs) / 1_000) * speed * MINUTE_S;
  return Math.floor((fromAt + passedS) / MINUTE_S) * MINUTE_S;
}

/** The same time at another speed. */
export function atSpeed(clock: PlayClock, speed: PlaySpeed, nowMs: number): PlayClock {
  return { fromAt: playedMinute(clock, nowMs), startedMs: nowMs, speed };
}

/**
 * Holds a clock where what it would show has not arrived: it goes on from there, and skips nothing.
 *
 * @param shownAt the last minute that was shown
 */
export function heldAt(clock: PlayClock, shownAt: number, nowMs: number): PlayClock {
  return { ...clock, fromAt: shownAt, startedMs: nowMs };
}
