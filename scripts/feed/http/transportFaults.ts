import type { ServerResponse } from 'node:http';
import type { FaultSpec, TransportFaultKind } from '../faults/faultKinds';
import type { RenderedBody } from './rendering';

/** Where bodies of the real feed were cut. */
const CUT_BYTES = 524_288;
const DRIP_BYTES_PER_S = 200;

const ERROR_PAGE = `<!DOCTYPE html>
<html><head><title>503 Service Unavailable</title></head>
<body><h1>Service Unavailable</h1><p>No server is available to handle this request.</p></body></html>
`;

type Answer = (response: ServerResponse, body: RenderedBody, fault: FaultSpec) => number;

const ANSWERS: Record<TransportFaultKind, Answer> = {
  // The socket stays open until the reader has had enough, or the server ends.
  silence: () => 0,
  slowDrip: (response, body, fault) => {
    drip(response, body, fault.count ?? DRIP_BYTES_PER_S);
    return 200;
  },
  serverError: (response) => send(response, 500, 'text/plain', Buffer.from('Internal error\n')),
  empty: (response, body) => send(response, 200, body.contentType, Buffer.alloc(0)),
  truncated: (response, body, fault) => {
    const most = fault.count ?? CUT_BYTES;
    const kept = body.bytes.length > most ? most : Math.floor(body.bytes.length / 2);
    return send(response, 200, body.contentType, body.bytes.subarray(0, kept));
  },
  html: (response) => send(response, 200, 'text/html', Buffer.from(ERROR_PAGE)),
};

/**
 * Answers as a broken server does.
 *
 * @returns the HTTP status sent; 0 for none
 */
export function answerBroken(
  kind: TransportFaultKind,
  response: ServerResponse,
  body: RenderedBody,
  fault: FaultSpec,
): number {
  return ANSWERS[kind](response, body, fault);
}

function send(response: ServerResponse, status: number, type: string, bytes: Buffer): number {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);
  return status;
}

/** Sends the whole body, a little every second. */
function drip(response: ServerResponse, body: RenderedBody, bytesPerS: number): void {
  response.writeHead(200, {
    'Content-Type': body.contentType,
    'Content-Length': body.bytes.length,
  });
  let sent = 0;
  const sendPart = (): void => {
    response.write(body.bytes.subarray(sent, sent + bytesPerS));
    sent += bytesPerS;
    if (sent < body.bytes.length) return;
    clearInterval(timer);
    response.end();
  };
  const timer = setInterval(sendPart, 1_000);
  response.once('close', () => clearInterval(timer));
  sendPart();
}
