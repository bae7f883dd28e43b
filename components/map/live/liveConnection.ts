/** The part of EventSource that is used, so that tests can play the network. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
  readonly readyState: number;
}

export interface LiveHandlers {
  onOpen(): void;
  /** `data` is the event's text. */
  onEvent(name: 'frame' | 'base' | 'beat', data: string): void;
  /** @param isRefused the server answered, but with an error: perhaps nobody is signed in any more */
  onLost(isRefused: boolean): void;
}

export interface LiveTimers {
  set(run: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
  /** Uniform in [0, 1): spreads the reconnects of many pages. */
  rng(): number;
}

const CLOSED = 2;
/** The server beats every 15 s; a stream that says nothing for this long is dead. */
const SILENCE_LIMIT_MS = 40_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * Keeps one stream of pushed events open for as long as the page lives.
 *
 * EventSource reconnects by itself after a broken connection but gives up for good on an HTTP
 * error, and never notices a connection that died without a word (a laptop that slept). Both are
 * mended here: a new stream with doubling, jittered back-off, and a limit on silence.
 *
 * @returns `close`, and `reconnectNow` for when the machine says that the network is back
 */
export function openLiveConnection(
  createStream: () => EventStream,
  handlers: LiveHandlers,
  timers: LiveTimers,
): { close(): void; reconnectNow(): void } {
  let stream: EventStream | null = null;
  let silence: unknown = null;
  let retry: unknown = null;
  let attempts = 0;

  const heard = () => {
    timers.clear(silence);
    silence = timers.set(() => fail(false), SILENCE_LIMIT_MS);
  };

  function fail(isRefused: boolean) {
    close();
    handlers.onLost(isRefused);
    const ceilingMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
    attempts += 1;
    retry = timers.set(connect, ceilingMs * (0.5 + timers.rng() / 2));
  }

  function connect() {
    close();
    const current = createStream();
    stream = current;
    // A connection attempt that hangs is silence too.
    heard();
    const whileCurrent =
      (run: (event: { data?: unknown }) => void) => (event: { data?: unknown }) => {
        if (stream === current) run(event);
      };
    current.addEventListener(
      'open',
      whileCurrent(() => {
        attempts = 0;
        heard();
        handlers.onOpen();
      }),
    );
    current.addEventListener(
      'error',
      whileCurrent(() => (current.readyState === CLOSED ? fail(true) : handlers.onLost(false))),
    );
    for (const name of ['frame', 'base', 'beat'] as const) {
      current.addEventListener(
        name,
        whileCurrent((event) => {
          heard();
          handlers.onEvent(name, String(event.data ?? ''));
        }),
      );
    }
  }

  function close() {
    timers.clear(silence);
    timers.clear(retry);
    stream?.close();
    stream = null;
  }

  connect();
  return { close, reconnectNow: connect };
}
