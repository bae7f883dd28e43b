import type { LiveHub, LiveMessage } from './liveHub';

const encoder = new TextEncoder();
/** A browser that has not read this much is gone or hopeless: it reconnects when it can. */
const MAX_QUEUED_MESSAGES = 64;

export interface EventStreamOptions {
  hub: LiveHub;
  /** Ends when the browser goes. */
  signal: AbortSignal;
  /** First message, so that a map that connects late misses nothing. */
  first(): Promise<LiveMessage | null>;
  /** Asked every `checkEveryMs`; false ends the stream (signed out, disabled). */
  stillAllowed(): Promise<boolean>;
  checkEveryMs: number;
  /** Has `check` run whenever the answer may have changed. @returns a function that stops that */
  onAccessChange(check: () => void): () => void;
  onError(error: Error): void;
}

/** A server-sent event stream of one open map. */
export function openEventStream(options: EventStreamOptions): ReadableStream<Uint8Array> {
  let open = true;
  let close: (byReader?: boolean) => void = () => {};
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const send = (message: LiveMessage) => {
          if ((controller.desiredSize ?? 0) <= -MAX_QUEUED_MESSAGES) return close();
          controller.enqueue(message);
        };
        const unsubscribe = options.hub.subscribe(send);
        const check = () => {
          options.stillAllowed().then(
            (allowed) => allowed || close(),
            // An unreachable database is no proof of anything: the next check decides.
            () => {},
          );
        };
        const checks = setInterval(check, options.checkEveryMs);
        const unwatch = options.onAccessChange(check);
        close = (byReader = false) => {
          if (!open) return;
          open = false;
          unsubscribe();
          clearInterval(checks);
          unwatch();
          if (!byReader) controller.close();
        };
        options.signal.addEventListener('abort', () => close());
        send(encoder.encode('retry: 2000\n\n'));
        try {
          const first = await options.first();
          if (first && open) send(first);
        } catch (error) {
          // The browser connects again; by then the database may answer.
          options.onError(error as Error);
          close();
        }
      },
      cancel() {
        close(true);
      },
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
}
