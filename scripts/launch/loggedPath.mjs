/**
 * The address of a request as logs may hold it: without the secret of a link that opens an account
 * or gives it a new password (lib/auth/secretPath.ts), and without a query.
 *
 * @param {string | undefined} url path and query
 * @returns {string}
 */
export function loggedPath(url) {
  const path = (url ?? '').split('?')[0] ?? '';
  return path.replace(/^\/(invite|reset)\/[^/]+/, '/$1/[token]');
}
