import { createHash } from 'node:crypto';

/**
 * An answer that is held entirely before it leaves: with a tag, and as 304 where the client names
 * that tag (RFC 9110, 13.1.2). The tag is weak, for answers are compressed on the way.
 */
export function wholeAnswer(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const tag = `W/"${hash}"`;
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (!known.includes(tag) && !known.includes('*')) {
    return new Response(body, { headers: { ...headers, ETag: tag } });
  }
  const { 'Content-Type': _type, 'Content-Disposition': _disposition, ...kept } = headers;
  return new Response(null, { status: 304, headers: { ...kept, ETag: tag } });
}
