import { clockOffsetMs, mendedOffsetMs } from './serverClock';

/** The server's present as the page knows it, ticking once a second. */
export interface ServerTime {
  /** Epoch seconds, whole; the same between two ticks. */
  nowS(): number;
  /** @returns a function that stops the calls */
  subscribe(onTick: () => void): () => void;
  /** Follows the Date header of an answer that just came. */
  mend(dateHeader: string | null): void;
}

/**
 * One timer for all ages on the page. It runs only while something on screen listens.
 *
 * @param serverNowMs the server's present when it wrote the page
 * @param clock this machine's clock, epoch milliseconds
 */
export function createServerTime(serverNowMs: number, clock: () => number): ServerTime {
  const TICK_MS = 1_000;
  let offsetMs = clockOffsetMs(serverNowMs, clock());
  let nowS = Math.floor(serverNowMs / TICK_MS);
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    nowS = Math.floor((clock() + offsetMs) / TICK_MS);
    for (const listener of listeners) listener();
  };
  return {
    nowS: () => nowS,
    subscribe(onTick) {
      listeners.add(onTick);
      timer ??= setInterval(tick, TICK_MS);
      return () => {
        listeners.delete(onTick);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    mend(dateHeader) {
      offsetMs = mendedOffsetMs(offsetMs, dateHeader, clock());
    },
  };
}
