import { describeError } from '@/lib/errors/describeError';
import { type Clock, MINUTE_MS } from '@/lib/units/clock';
import type { Log } from './log';

/**
 * For a trouble that is noticed many times a second while it lasts: says it at once, then at most
 * once a minute, with how often it came.
 */
export function warnSparingly(log: Log, message: string, clock: Clock): (error: Error) => void {
  let saidAtMs = Number.NEGATIVE_INFINITY;
  let unsaid = 0;
  return (error) => {
    unsaid++;
    const nowMs = clock().getTime();
    if (nowMs - saidAtMs < MINUTE_MS) return;
    log.warn({ reason: describeError(error), times: unsaid }, message);
    saidAtMs = nowMs;
    unsaid = 0;
  };
}
