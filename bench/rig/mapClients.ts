/**
 * Many open maps in one process: forked by openMaps, told by its first message where to connect.
 * Answers `{ open: n }` when each map has its first frame, and an arrival for each later snapshot
 * once every map has received it whole.
 */
import http from 'node:http';

export interface ClientsOrder {
  url: string;
  cookie: string;
  maps: number;
}

export type ClientsReport =
  | { kind: 'open' }
  /** When each map had the snapshot's last byte, epoch milliseconds. */
  | { kind: 'arrival'; statusVersion: number; atMs: number[]; bytes: number };

/** Longer than what comes before the version in a frame. */
const HEAD_BYTES = 4_000;
const END_OF_EVENT = '\n\n';

/** Reads a stream of events and tells of each frame: its version and its length. */
function frameReader(onFrame: (statusVersion: number, bytes: number) => void) {
  let head = '';
  let bytes = 0;
  let endsWithNewline = false;

  function take(piece: Buffer): void {
    if (head.length < HEAD_BYTES) head += piece.toString('latin1', 0, HEAD_BYTES);
    bytes += piece.length;
  }
  function finish(): void {
    const version = /^event: frame\n.*?"statusVersion":(\d+)/s.exec(head)?.[1];
    if (version !== undefined) onFrame(Number(version), bytes);
    head = '';
    bytes = 0;
  }
  return (chunk: Buffer) => {
    let from = 0;
    // The two newlines that end an event may come in two chunks.
    if (endsWithNewline && chunk[0] === 0x0a && bytes > 0) {
      take(chunk.subarray(0, 1));
      finish();
      from = 1;
    }
    for (;;) {
      const end = chunk.indexOf(END_OF_EVENT, from);
      if (end < 0) break;
      take(chunk.subarray(from, end + END_OF_EVENT.length));
      finish();
      from = end + END_OF_EVENT.length;
    }
    if (from < chunk.length) take(chunk.subarray(from));
    endsWithNewline = bytes > 0 && chunk.at(-1) === 0x0a;
  };
}

function openMaps({ url, cookie, maps }: ClientsOrder, send: (report: ClientsReport) => void) {
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const arrivals = new Map<number, number[]>();
  const hasFirst = new Set<number>();

  function onFrame(map: number, statusVersion: number, bytes: number): void {
    if (!hasFirst.has(map)) {
      hasFirst.add(map);
      if (hasFirst.size === maps) send({ kind: 'open' });
      return;
    }
    const atMs = arrivals.get(statusVersion) ?? [];
    arrivals.set(statusVersion, atMs);
    atMs.push(performance.timeOrigin + performance.now());
    if (atMs.length === maps) send({ kind: 'arrival', statusVersion, atMs, bytes });
  }
  for (let map = 0; map < maps; map++) {
    const request = http.get(`${url}/api/map/events`, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) throw new Error(`A map was answered ${answer.statusCode}`);
      answer.on(
        'data',
        frameReader((version, bytes) => onFrame(map, version, bytes)),
      );
      answer.on('end', () => {
        throw new Error('A map was closed');
      });
    });
    request.on('error', (error) => {
      throw error;
    });
  }
}

process.once('message', (order) =>
  openMaps(order as ClientsOrder, (report) => process.send?.(report)),
);
