import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { feedOptions } from '@/scripts/feed/feedOptions';
import { startFeedServer } from '@/scripts/feed/feedServer';
import { startWeb } from './startWeb';

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
  const settings = { SYSTEM_ID: 'replay', FEED_URL: feed.url, DISTRICT_URLS: 'none' };
  const env = { ...process.env, NODE_ENV: 'production' as const, ...settings };
  const job = ['--import', 'tsx', 'jobs/runNow.ts', 'fetch-availability'];
  await promisify(execFile)(process.execPath, job, { cwd: ROOT, env });
  const web = await startWeb(settings);
  return {
    url: web.url,
    async stop() {
      web.stop();
      await feed.close();
    },
  };
}
