import { DAY_MS } from '@/lib/units/clock';

/** Snapshots that were spooled while the database was away arrive late, but not later than this. */
const SETTLED_AFTER_MS = 2 * DAY_MS;

/**
 * How long a browser may keep an answer about the past: what is settled for a day, what may still be
 * completed not at all.
 *
 * @param untilMs the newest instant that the answer speaks of, epoch milliseconds
 */
export function pastCacheControl(untilMs: number, nowMs: number): string {
  return nowMs - untilMs > SETTLED_AFTER_MS
    ? 'private, max-age=86400, immutable'
    : 'private, no-store';
}
