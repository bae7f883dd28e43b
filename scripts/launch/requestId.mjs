import { randomUUID } from 'node:crypto';

const HEADER = 'x-request-id';
/** What the usual proxies make: letters, digits and a few marks, so that it is safe in any log. */
const ACCEPTABLE = /^[\w.:@+/=-]{8,128}$/;

/**
 * Names a request, for its log lines and for the visitor who reports a trouble. An id that came along
 * counts only where a proxy of ours stands in front: a visitor's own could be anybody else's.
 *
 * @param {import('node:http').IncomingMessage} request its header is replaced
 * @param {import('node:http').ServerResponse} response gets X-Request-Id
 * @param {number} proxies how many reverse proxies stand in front
 * @returns {string}
 */
export function nameRequest(request, response, proxies) {
  const given = request.headers[HEADER];
  const isBelieved = proxies > 0 && typeof given === 'string' && ACCEPTABLE.test(given);
  const requestId = isBelieved ? given : randomUUID();
  request.headers[HEADER] = requestId;
  response.setHeader('X-Request-Id', requestId);
  return requestId;
}
