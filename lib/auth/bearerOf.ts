/** Where tokens are taken: what programs are offered, and nothing that pages are made of. */
const API = '/api/v1/';

/**
 * The token that a request brings along.
 *
 * @param headers of the request
 * @param pathname tokens count below /api/v1 only
 * @returns null where there is none; a header that names another scheme is none
 */
export function bearerOf(headers: Headers, pathname: string): string | null {
  if (!pathname.startsWith(API)) return null;
  const bearer = /^Bearer(?: +(\S*))?$/i.exec(headers.get('authorization') ?? '');
  return bearer && (bearer[1] ?? '');
}
