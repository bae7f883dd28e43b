import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** A real HTTP server on loopback that answers with one status after the other, the last for ever. */
export async function openReceiver(statuses: readonly number[]) {
  const calls: ReceivedCall[] = [];
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push({ headers: request.headers, body });
    const status = statuses[Math.min(calls.length, statuses.length) - 1]!;
    const headers = status >= 300 && status < 400 ? { Location: '/elsewhere' } : {};
    response.writeHead(status, headers).end('what it says');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    calls,
    host,
    url: `http://${host}/hook`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
