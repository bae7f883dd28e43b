import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of a server, that can be told to misbehave as networks and servers do. */
export interface TestProxy {
  url: string;
  /** Answers the next `count` requests with 503 instead of passing them on. */
  refuseNext(count: number): void;
  /** Passes the next `count` requests on and breaks the connection instead of answering. */
  swallowNext(count: number): void;
  /** Closes the port, so that connections are refused, and opens the same port again. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestProxy(target: string): Promise<TestProxy> {
  const { hostname, port: targetPort } = new URL(target);
  let refuse = 0;
  let swallow = 0;

  const server = http.createServer((request, response) => {
    if (refuse > 0) {
      refuse -= 1;
      request.resume();
      response.writeHead(503).end();
      return;
    }
    const isSwallowed = swallow > 0;
    if (isSwallowed) swallow -= 1;
    const { method, url: path, headers } = request;
    const onward = http.request({ hostname, port: targetPort, method, path, headers }, (answer) => {
      if (isSwallowed) {
        answer.resume();
        answer.once('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    // Swift follows a HEAD's 404 with stray bytes: an error after the answer is no error of ours.
    onward.on('error', () => response.headersSent || request.socket.destroy());
    request.pipe(onward);
  });

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    refuseNext(count) {
      refuse = count;
    },
    swallowNext(count) {
      swallow = count;
    },
    goAway: close,
    comeBack: () => listen(port),
    close,
  };
}
