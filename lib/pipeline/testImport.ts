import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { openFileStore } from '@/lib/archive/fileStore';
import { withSessionLock } from '@/lib/db/sessionLock';
import type { Simulation } from '@/lib/stations/station';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/units/clock';
import type { ImportDeps } from './importDeps';
import type { ImportRequest } from './importHistory';

/** A directory of a test's own, for recordings, the archive and the import's work. */
export interface ImportRig {
  directory: string;
  deps(systemId: string, over?: Partial<ImportDeps>): ImportDeps;
  request(files: string[], over?: Partial<ImportRequest>): ImportRequest;
  /** Writes a CSV file. @returns its path */
  write(name: string, lines: string[]): Promise<string>;
  remove(): Promise<void>;
}

/** @param nowAt what the import takes for now */
export async function openImportRig(pool: pg.Pool, nowAt: Date): Promise<ImportRig> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'limelight-import-'));
  return {
    directory,
    deps: (systemId, over) => ({
      pool,
      archive: openFileStore(path.join(directory, 'archive')),
      systemId,
      workDirectory: path.join(directory, 'work', systemId),
      exclusively: (use) => withSessionLock(pool, `import-history ${systemId}`, use),
      clock: () => nowAt,
      onProgress: () => {},
      ...over,
    }),
    request: (files, over) => ({
      files,
      columns: {},
      basis: null,
      pollsFile: null,
      stations: [],
      rejectsFile: path.join(directory, 'rejects.csv'),
      intoSimulated: false,
      again: false,
      ...over,
    }),
    async write(name, lines) {
      const file = path.join(directory, name);
      await writeFile(file, `${lines.join('\n')}\n`);
      return file;
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A city by name, so that recordings can be loaded into it. */
export async function enterSystem(
  pool: pg.Pool,
  systemId: string,
  simulation: Simulation = null,
): Promise<void> {
  await pool.query(
    `INSERT INTO system (system_id, name, timezone, feed_url, simulation, updated_at)
     VALUES ($1, 'Test', 'Europe/Paris', 'http://feed.test', $2, now())`,
    [systemId, simulation],
  );
}

const LOOK_EVERY_MS = 20 * MINUTE_MS;

/**
 * A recorder that looked every 20 minutes, but for some hours of the second day: what it wrote down
 * of a few stations whose counts change now and then.
 *
 * @param days whole UTC days from `fromAt` on
 */
export function recordedLines(fromAt: Date, days: number, stations: readonly string[]): string[] {
  const lines = ['snapshot_utc,station_code,reported_utc,bikes,docks,capacity,is_renting'];
  for (let ms = 0; ms < days * DAY_MS; ms += LOOK_EVERY_MS) {
    if (ms >= 30 * HOUR_MS && ms < 35 * HOUR_MS) continue;
    for (const [i, code] of stations.entries()) {
      const seenAt = new Date(fromAt.getTime() + ms);
      const reportedAt = new Date(seenAt.getTime() - 45_000 - i * 1_000);
      const bikes = Math.floor(ms / (40 + 7 * i) / MINUTE_MS) % 20;
      lines.push(
        `${seenAt.toISOString()},${code},${reportedAt.toISOString()},${bikes},${20 - bikes},20,1`,
      );
    }
  }
  return lines;
}
