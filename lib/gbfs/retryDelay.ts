import { SECOND_MS } from '@/lib/units/clock';
import type { Rng } from '@/lib/units/rng';

const FIRST_MS = 0.5 * SECOND_MS;
const LONGEST_MS = 8 * SECOND_MS;

/**
 * How long to wait before the next attempt: full jitter, which spreads clients best
 * (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
 *
 * @param attempts made so far, 1 or more
 * @returns milliseconds, 0 to half a second after the first attempt, then up to twice as long
 */
export function retryDelayMs(attempts: number, rng: Rng): number {
  return Math.round(rng() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1)));
}
