import net from 'node:net';

/** A way to a server that a test can break and mend, as if the server went away and came back. */
export interface CuttableProxy {
  /** The given URL, by way of the proxy. */
  url: string;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Lets nothing through and tells nobody, as when a switch or a disk hangs. */
  hang(): void;
  /** Works again, on the same port; what was held back arrives. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function startCuttableProxy(targetUrl: string): Promise<CuttableProxy> {
  const target = new URL(targetUrl);
  /** Where the bytes of each open socket go. */
  const open = new Map<net.Socket, net.Socket>();
  let server: net.Server | null = null;
  let port = 0;
  let isHanging = false;

  function join(from: net.Socket, to: net.Socket): void {
    open.set(from, to);
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
    // A broken connection is what this is for.
    from.on('error', () => {});
    if (!isHanging) from.pipe(to);
  }

  async function listen(): Promise<void> {
    server = net.createServer((client) => {
      const upstream = net.connect(Number(target.port), target.hostname);
      join(client, upstream);
      join(upstream, client);
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as net.AddressInfo).port;
  }

  async function cut(): Promise<void> {
    const closing = server;
    server = null;
    for (const socket of open.keys()) socket.destroy();
    if (closing) await new Promise((resolve) => closing.close(resolve));
  }

  await listen();
  const url = new URL(targetUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut,
    hang() {
      isHanging = true;
      for (const [from, to] of open) from.unpipe(to);
    },
    async mend() {
      isHanging = false;
      for (const [from, to] of open) from.unpipe(to).pipe(to);
      if (!server) await listen();
    },
    close: cut,
  };
}
