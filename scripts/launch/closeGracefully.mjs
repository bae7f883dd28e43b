/** Requests get this long to end; event streams never do by themselves. */
const GRACE_MS = 2_500;

/**
 * Stops listening, lets what is being answered end, and then cuts what is left, open event
 * streams among it: pages connect again by themselves.
 *
 * @param {import('node:http').Server} server
 * @param {number} [graceMs]
 * @returns {Promise<void>} settles within the grace
 */
export function closeGracefully(server, graceMs = GRACE_MS) {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
