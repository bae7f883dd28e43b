/**
 * The web process: Next's handler behind a server of our own, which tells the pages the visitor's
 * address in a header that visitors cannot forge, names and times each request, and ends gracefully.
 *
 *   node scripts/web.mjs [--dev]      HOST, PORT, TRUST_PROXY, LIMELIGHT_DIST_DIR
 */
import http from 'node:http';
import next from 'next';
import pino from 'pino';
import { builtFiles } from './launch/builtFiles.mjs';
import { closeGracefully } from './launch/closeGracefully.mjs';
import { compressAnswers } from './launch/compressAnswers.mjs';
import { guardHeaders } from './launch/guardHeaders.mjs';
import { loggedPath } from './launch/loggedPath.mjs';
import { logScopeStore } from './launch/logScope.mjs';
import { nameRequest } from './launch/requestId.mjs';
import { webMetrics } from './launch/webMetrics.mjs';

const dev = process.argv.includes('--dev');
const hostname = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);
const proxies = Number(process.env.TRUST_PROXY || 0);
const dist = process.env.LIMELIGHT_DIST_DIR || '.next';
const scope = logScopeStore();
const log = pino(
  {
    level: process.env.LOG_LEVEL || 'info',
    base: { name: 'web' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => scope.getStore() ?? {},
  },
  // Named, because pino's own default hangs in process.exit once its reader, the launcher, died.
  pino.destination({ fd: 1, sync: true }),
);

// next-auth reads these two names by itself.
process.env.NEXTAUTH_SECRET ??= process.env.AUTH_SECRET;
process.env.NEXTAUTH_URL ??= process.env.PUBLIC_URL;

const server = http.createServer({
  // Longer than the idle time of usual reverse proxies, so that they close first.
  keepAliveTimeout: 75_000,
  headersTimeout: 20_000,
  requestTimeout: 60_000,
});
const app = next({ dev, hostname, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();
const serveBuiltFile = dev ? null : builtFiles(dist);

const measure = webMetrics(dist);

server.on('request', (request, response) => {
  guardHeaders(request, proxies);
  const requestId = nameRequest(request, response, proxies);
  measure(request, response);
  scope.run({ requestId }, () => answer(request, response));
});

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
function answer(request, response) {
  const { method, url } = request;
  if (serveBuiltFile?.(request, response)) return;
  const startedAtMs = performance.now();
  response.on('close', () => {
    const durationMs = Math.round(performance.now() - startedAtMs);
    const line = { method, path: loggedPath(url), status: response.statusCode, durationMs };
    log[response.statusCode >= 500 ? 'warn' : 'debug'](line, 'answered');
  });
  compressAnswers(request, response);
  handle(request, response).catch((error) => {
    log.error({ err: error, path: loggedPath(url) }, 'request failed');
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
}
server.on('error', (error) => {
  log.fatal({ err: error }, 'cannot listen');
  process.exit(1);
});
server.listen(port, hostname, () => log.info({ address: hostname, port, dev }, 'listening'));

let stopping = false;
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await closeGracefully(server);
    log.info('stopped');
    process.exit(0); // open database connections would keep it alive
  });
}
