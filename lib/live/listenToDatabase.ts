import pg from 'pg';

const RECONNECT_MS = 1_000;

export interface ListenOptions {
  url: string;
  channel: string;
  onNotification(payload: string): void;
  /** After each (re)connection: whatever was notified in between was missed. */
  onConnected(): void;
  onError(error: Error): void;
}

/**
 * Holds one connection that LISTENs, and makes a new one a second after it breaks, for as long as
 * the process lives. A pool cannot do this: a pooled client forgets its channel.
 *
 * @returns a function that stops listening
 */
export function listenToDatabase(options: ListenOptions): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: options.url,
      keepAlive: true,
      application_name: 'limelight-live',
      connectionTimeoutMillis: 5_000,
    });
    client = next;
    next.on('notification', ({ payload }) => options.onNotification(payload ?? ''));
    next.on('error', options.onError);
    next.on('end', reconnectLater);
    try {
      await next.connect();
      await next.query(`LISTEN ${next.escapeIdentifier(options.channel)}`);
      options.onConnected();
    } catch (error) {
      options.onError(error as Error);
      reconnectLater();
    }
  }

  function reconnectLater(): void {
    if (stopped || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      void connect();
    }, RECONNECT_MS);
  }

  void connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
