import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 1_000_000;

/**
 * The request's body as JSON; an absent one is an empty object.
 *
 * @throws SyntaxError when it is no JSON or far too long
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    parts.push(part as Buffer);
    bytes += (part as Buffer).length;
    if (bytes > MOST_BYTES) throw new SyntaxError(`The body is longer than ${MOST_BYTES} bytes`);
  }
  const text = Buffer.concat(parts).toString('utf8').trim();
  return text === '' ? {} : JSON.parse(text);
}
