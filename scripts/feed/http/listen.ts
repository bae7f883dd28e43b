import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FeedOptions } from '../feedOptions';

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/** A tick of a large city takes seconds, in which idle connections should not be dropped. */
const KEEP_ALIVE_MS = 120_000;

/**
 * Starts the server.
 *
 * @param answer returns false where there is nothing at the address
 * @throws Error when the port is taken
 */
export async function listen(
  { host, port }: Pick<FeedOptions, 'host' | 'port'>,
  simulation: string,
  answer: Answer,
): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    response.setHeader('X-Limelight-Simulation', simulation);
    respond(request, response, answer).catch((error: unknown) => {
      console.error(`${request.method} ${request.url} failed:`, error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const address = `http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`;
  if (!URL.canParse(address)) {
    response.writeHead(400).end('Bad request\n');
    return;
  }
  const found = await answer(request, response, new URL(address));
  if (!found) response.writeHead(404).end('Not found\n');
}

/** Stops at once, open answers included. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
