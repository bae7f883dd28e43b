import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { routeGroups } from './routeGroups.mjs';

/** Where app/metrics finds them: Next bundles its routes apart from this server. */
const KEY = Symbol.for('limelight.webMetrics');
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Counts and times what this process answers, and watches the process itself: memory, garbage
 * collection, the event loop's lag. A stream of events is open for hours and is not timed.
 *
 * @param {string} dist the build's directory
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 *   to be called when a request comes, before anything changes its address
 */
export function webMetrics(dist) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'limelight_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const groupOf = routeGroups(dist);
  Object.assign(globalThis, { [KEY]: registry });
  return (request, response) => {
    const route = groupOf(request.url ?? '');
    const method = METHODS.has(request.method ?? '') ? String(request.method) : 'other';
    const startedAt = process.hrtime.bigint();
    response.on('close', () => {
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return;
      const status = response.writableFinished ? String(response.statusCode) : 'cut off';
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      durations.observe({ route, method, status }, seconds);
    });
  };
}
