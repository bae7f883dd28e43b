import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of an S3 server that misbehaves as networks and servers do, when told to. */
export interface TestProxy {
  url: string;
  /** Answers this many requests with 503 instead of passing them on. */
  refuseNext(count: number): void;
  /** Breaks the connection instead of passing on the answers to this many successful writes. */
  loseNextWrites(count: number): void;
  /** Does something when the next write arrives, and answers 412 as AWS does to a lost race. */
  loseNextRace(meanwhile: () => Promise<unknown>): void;
  /** Closes the port, so that connections are refused, and opens the same port again. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

interface Faults {
  refuse: number;
  loseWrites: number;
  meanwhile: (() => Promise<unknown>) | null;
}

export async function startTestProxy(target: string): Promise<TestProxy> {
  const faults: Faults = { refuse: 0, loseWrites: 0, meanwhile: null };
  const server = http.createServer((request, response) => {
    const { meanwhile } = faults;
    if (faults.refuse > 0) {
      faults.refuse -= 1;
      request.resume();
      response.writeHead(503).end();
    } else if (meanwhile && request.method === 'PUT') {
      faults.meanwhile = null;
      request.resume();
      const answer = () => response.writeHead(412).end();
      meanwhile().then(answer, () => request.socket.destroy());
    } else {
      passOn(target, request, response, faults);
    }
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
      faults.refuse = count;
    },
    loseNextWrites(count) {
      faults.loseWrites = count;
    },
    loseNextRace(meanwhile) {
      faults.meanwhile = meanwhile;
    },
    goAway: close,
    comeBack: () => listen(port),
    close,
  };
}

/** The Host header goes on as it came: the request's signature covers it. */
function passOn(
  target: string,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  faults: Faults,
): void {
  const { hostname, port } = new URL(target);
  const { method, url: path, headers } = request;
  const onward = http.request({ hostname, port, method, path, headers }, (answer) => {
    if (method === 'PUT' && answer.statusCode === 200 && faults.loseWrites > 0) {
      faults.loseWrites -= 1;
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
}
