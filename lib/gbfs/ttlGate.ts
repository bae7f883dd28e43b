import { MINUTE_MS, SECOND_MS } from '@/lib/units/clock';

/** GBFS lets data be five minutes old at most: a longer ttl (Vélib's hour) is not believed. */
const LONGEST_MS = 5 * MINUTE_MS;
/** A poll every minute must not miss a ttl of a minute by a moment. */
const SLACK_MS = 10 * SECOND_MS;

/** Whether a feed's last answer still holds by the ttl that came with it. */
export interface TtlGate {
  isRunning(now: Date): boolean;
  /** @param ttlS seconds; null where the feed does not say, which never holds back */
  start(ttlS: number | null, now: Date): void;
  stop(): void;
}

export function createTtlGate(): TtlGate {
  let endsAtMs = 0;
  return {
    isRunning: (now) => now.getTime() < endsAtMs,
    start(ttlS, now) {
      const ttlMs = (ttlS ?? 0) * SECOND_MS;
      endsAtMs = ttlMs > LONGEST_MS ? 0 : now.getTime() + ttlMs - SLACK_MS;
    },
    stop() {
      endsAtMs = 0;
    },
  };
}
