import { existsSync } from 'node:fs';
import type { Pool } from 'pg';
import { processCpuMs } from '../report';

/** CPU that a web process and the Postgres backends of its database have used. */
export interface CpuUse {
  webMs: number;
  postgresMs: number;
}

/**
 * Starts counting; the returned function tells what was used since. Linux only, and only where
 * Postgres runs on this machine: its share is NaN elsewhere. Backends that come and go between are
 * not seen: let a first load open the pool's connections.
 */
export async function startCpuMeter(pool: Pool, webPid: number): Promise<() => Promise<CpuUse>> {
  const pids = await backendPids(pool);
  const read = () => ({
    webMs: processCpuMs(webPid),
    postgresMs: pids.reduce((sum, pid) => sum + (backendCpuMs(pid) ?? Number.NaN), 0),
  });
  const before = read();
  return async () => {
    const after = read();
    return {
      webMs: after.webMs - before.webMs,
      postgresMs: after.postgresMs - before.postgresMs,
    };
  };
}

async function backendPids(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend'
       AND pid <> pg_backend_pid()`,
  );
  return rows.map(({ pid }) => pid);
}

function backendCpuMs(pid: number): number | null {
  return existsSync(`/proc/${pid}/stat`) ? processCpuMs(pid) : null;
}
