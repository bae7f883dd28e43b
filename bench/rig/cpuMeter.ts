import { existsSync } from 'node:fs';
import type { Pool } from 'pg';
import { processCpuMs } from '../report';

/** CPU that a web process and the Postgres backends of its database have used. */
export interface CpuUse {
  webMs: number;
  postgresMs: number;
}

const LOOK_EVERY_MS = 500;

/**
 * Starts counting; the returned function ends it and tells what was used. Linux only. Backends are
 * looked for twice a second, because pools open and close them; a Postgres on another machine
 * counts as 0.
 */
export async function startCpuMeter(pool: Pool, webPid: number): Promise<() => Promise<CpuUse>> {
  const webBeforeMs = processCpuMs(webPid);
  const beforeMs = new Map<number, number>();
  const latestMs = new Map<number, number>();
  const look = async () => {
    for (const pid of await backendPids(pool))
      if (existsSync(`/proc/${pid}/stat`)) latestMs.set(pid, processCpuMs(pid));
  };
  await look();
  for (const [pid, ms] of latestMs) beforeMs.set(pid, ms);
  // A look that fails would be seen in the one that ends the count.
  const looking = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS);
  return async () => {
    clearInterval(looking);
    const webMs = processCpuMs(webPid) - webBeforeMs;
    await look();
    const usedMs = [...latestMs].map(([pid, ms]) => ms - (beforeMs.get(pid) ?? 0));
    return { webMs, postgresMs: usedMs.reduce((sum, ms) => sum + ms, 0) };
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
