/** The visitor's address, for the limits on sign-in. Only this server ever sets it. */
const ADDRESS_HEADER = 'x-limelight-address';
/** Next's inner header; sent from outside it has skipped the proxy before (CVE-2025-29927). */
const SUBREQUEST_HEADER = 'x-middleware-subrequest';

/**
 * Replaces what a visitor claims by what is known.
 *
 * @param {import('node:http').IncomingMessage} request changed in place
 * @param {number} proxies how many reverse proxies stand in front; each one adds the address it
 *   saw to the right of X-Forwarded-For, so the visitor's is that many from the right
 */
export function guardHeaders(request, proxies) {
  delete request.headers[SUBREQUEST_HEADER];
  request.headers[ADDRESS_HEADER] = visitorAddress(
    request.socket.remoteAddress,
    request.headers['x-forwarded-for'],
    proxies,
  );
}

/**
 * @param {string | undefined} socketAddress
 * @param {string | string[] | undefined} forwardedFor
 * @param {number} proxies
 * @returns {string} an address, or "unknown"
 */
export function visitorAddress(socketAddress, forwardedFor, proxies) {
  const nearest = plainAddress(socketAddress ?? '') || 'unknown';
  if (proxies === 0) return nearest;
  const hops = [forwardedFor ?? []].flat().join(',').split(',').map(plainAddress).filter(Boolean);
  return hops.at(-proxies) ?? nearest;
}

/**
 * Without the prefix of IPv4 inside IPv6, without spaces.
 *
 * @param {string} address
 */
function plainAddress(address) {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
}
