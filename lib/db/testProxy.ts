import net from 'node:net';

/** A way to a server that a test can cut and mend, as if the server went away and came back. */
export interface CuttableProxy {
  /** The given URL, by way of the proxy. */
  url: string;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again, on the same port. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function startCuttableProxy(targetUrl: string): Promise<CuttableProxy> {
  const target = new URL(targetUrl);
  const open = new Set<net.Socket>();
  let server: net.Server | null = null;
  let port = 0;

  async function mend(): Promise<void> {
    server = net.createServer((client) => {
      const upstream = net.connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        open.add(from);
        from.on('close', () => {
          open.delete(from);
          to.destroy();
        });
        // A broken connection is what this is for.
        from.on('error', () => {});
        from.pipe(to);
      }
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as net.AddressInfo).port;
  }

  async function cut(): Promise<void> {
    const closing = server;
    server = null;
    for (const socket of open) socket.destroy();
    if (closing) await new Promise((resolve) => closing.close(resolve));
  }

  await mend();
  const url = new URL(targetUrl);
  url.host = `127.0.0.1:${port}`;
  return { url: url.href, cut, mend, close: cut };
}
