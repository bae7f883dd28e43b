import type pg from 'pg';
import { Gauge, type Registry } from 'prom-client';

// scripts/launch/webMetrics.mjs, which no route can import, hangs its registry there.
const KEY = Symbol.for('limelight.webMetrics');

/** What the server around the pages measured of itself; empty where pages are served otherwise. */
export async function serverMetrics(): Promise<string> {
  const { [KEY]: registry } = globalThis as typeof globalThis & { [KEY]?: Registry };
  return registry ? registry.metrics() : '';
}

/** Open maps, and the pool of database connections, of this process. */
export function addProcessMetrics(
  registers: Registry[],
  { pool, eventStreams }: { pool: pg.Pool; eventStreams: number },
): void {
  new Gauge({
    ...{ name: 'limelight_event_streams', help: 'Open maps that are pushed to.', registers },
  }).set(eventStreams);
  const connections = new Gauge({
    name: 'limelight_database_connections',
    help: 'Connections of the pool; waiting: requests for one.',
    ...{ labelNames: ['state'] as const, registers },
  });
  connections.set({ state: 'idle' }, pool.idleCount);
  connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
  connections.set({ state: 'waiting' }, pool.waitingCount);
}
