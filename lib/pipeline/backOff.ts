import { MINUTE_MS, SECOND_MS } from '@/lib/units/clock';

const LONGEST_MS = 5 * MINUTE_MS;
/** Ticks come on the minute, give or take: a pause must not just miss the one it means. */
const SLACK_MS = 10 * SECOND_MS;

/**
 * When a failing feed is asked again: after 1, 2, 4, then 5 minutes. The client has retried inside
 * the minute already; a server in trouble is not helped by more.
 *
 * @param failures consecutive failures, this one included, 1 or more
 */
export function retryAt(failures: number, failedAt: Date): Date {
  const pauseMs = Math.min(LONGEST_MS, MINUTE_MS * 2 ** (Math.max(1, failures) - 1));
  return new Date(failedAt.getTime() + pauseMs - SLACK_MS);
}
