import { MINUTE_MS } from '@/lib/units/clock';

/** A clock that runs a little fast must not ring before the minute has begun. */
const MARGIN_MS = 20;

/** Runs something when a minute of the clock begins, without keeping the process alive for it. */
export function eachMinute(run: () => void): void {
  const untilNextMs = MINUTE_MS - (Date.now() % MINUTE_MS) + MARGIN_MS;
  setTimeout(() => {
    run();
    eachMinute(run);
  }, untilNextMs).unref();
}
