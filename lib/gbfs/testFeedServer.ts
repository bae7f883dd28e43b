import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server on loopback whose answers a test sets path by path. */
export interface TestFeedServer {
  url: string;
  /** Paths asked for, in order. */
  asked: string[];
  /** Answers to a path: each is used once, the last for ever. */
  on(path: string, ...answers: Answer[]): void;
  close(): Promise<void>;
}

export async function startTestFeedServer(): Promise<TestFeedServer> {
  const answers = new Map<string, Answer[]>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const queue = answers.get(path);
    const answer = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    on: (path, ...list) => void answers.set(path, list),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const json =
  (value: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(value));

export const text =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(200, headers).end(body);

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end();

/** Drops the connection without a word. */
export const hangUp: Answer = (request) => void request.socket.destroy();

/** Sends the headers and a byte now and then, for ever. */
export const drip: Answer = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{');
  const timer = setInterval(() => response.write(' '), 20);
  request.socket.on('close', () => clearInterval(timer));
};

/** Announces more than it sends. */
export const cutShort =
  (body: string): Answer =>
  (request, response) => {
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(body) + 100) });
    response.write(body, () => request.socket.destroy());
  };
