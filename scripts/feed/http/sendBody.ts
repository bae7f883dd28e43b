import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RenderedBody } from './rendering';

/**
 * Answers 200 with the body, gzipped where the reader can, or 304 where the reader has it.
 *
 * @returns the status that was answered
 */
export async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  body: RenderedBody,
): Promise<number> {
  response.setHeader('ETag', body.etag);
  response.setHeader('Last-Modified', body.lastModifiedAt.toUTCString());
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  if (isUnchanged(request, body)) {
    response.writeHead(304).end();
    return 304;
  }
  response.setHeader('Content-Type', body.contentType);
  let bytes = body.bytes;
  if (acceptsGzip(request)) {
    bytes = await body.gzipped();
    response.setHeader('Content-Encoding', 'gzip');
  }
  response.setHeader('Content-Length', bytes.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : bytes);
  return 200;
}

/** If-None-Match alone decides where it is given (RFC 9110, 13.1.3). */
function isUnchanged(request: IncomingMessage, body: RenderedBody): boolean {
  const match = request.headers['if-none-match'];
  if (match !== undefined) {
    return match
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .includes(body.etag);
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return Math.floor(body.lastModifiedAt.getTime() / 1_000) * 1_000 <= since;
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b(?!;\s*q=0(\.0+)?\b)/.test(String(request.headers['accept-encoding'] ?? ''));
}
