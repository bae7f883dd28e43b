import { MINUTE_MS } from '@/lib/units/clock';

/** Attempts at most; with the pauses below they end after some four hours. */
export const MAX_ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/**
 * Milliseconds until the next attempt: 1 min, doubling to an hour.
 *
 * @param attempts made so far, 1 or more
 * @returns null when it is time to give up
 */
export function pauseBeforeRetryMs(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  return Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}
