import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { feedOptions } from '@/scripts/feed/feedOptions';
import { startFeedServer } from '@/scripts/feed/feedServer';
import { spawnGuarded } from '../../scripts/launch/guardian.mjs';
import { anyFreePort } from '../../scripts/launch/ports.mjs';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** A recorded city beside the simulated one: in the same database, served by pages of its own. */
export interface Replay {
  /** Where its pages are. Sessions of the installation hold there too. */
  url: string;
  stop(): Promise<void>;
}

export interface Recording {
  reportsFile: string;
  stationsFile: string;
  /** The moment that is shown, and stays. */
  at: Date;
  /** What it is of. */
  label: string;
}

/** Plays one moment of a recording, fetches it once and serves it. */
export async function startReplay({ at, ...recording }: Recording): Promise<Replay> {
  const city = { kind: 'replay', columns: {}, by: 'reported', loop: false, ...recording } as const;
  const feed = await startFeedServer(
    feedOptions({ city, port: 0, startAt: at, speed: 0, periodS: 0 }),
  );
  const port = await anyFreePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    SYSTEM_ID: 'replay',
    FEED_URL: feed.url,
    DISTRICT_URLS: 'none',
    PORT: String(port),
    PUBLIC_URL: url,
  };
  const job = ['--import', 'tsx', 'jobs/runNow.ts', 'fetch-availability'];
  await promisify(execFile)(process.execPath, job, { cwd: ROOT, env });
  const web = spawnGuarded(process.execPath, ['scripts/web.mjs'], {
    cwd: ROOT,
    env,
    stdio: 'ignore',
  });
  const answers = () =>
    fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { timeout: 45_000 }).toBe(true);
  return {
    url,
    async stop() {
      web.kill('SIGTERM');
      await feed.close();
    },
  };
}
