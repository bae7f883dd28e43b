import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { feedOptions } from '@/scripts/feed/feedOptions';
import { startFeedServer } from '@/scripts/feed/feedServer';
import { type OtherWeb, startWeb } from './startWeb';

const ROOT = path.join(import.meta.dirname, '..', '..');
const JOBS = ['fetch-districts', 'fetch-stations', 'fetch-availability'];
/** A working morning. */
const START_AT = new Date('2022-05-17T06:30:00Z');

/** A generated city in which nothing moves, beside the living one, with pages of its own. */
export async function startStillCity(stations: number): Promise<OtherWeb> {
  const centre = { lat: 48.8589, lon: 2.347 };
  const feed = await startFeedServer(
    feedOptions({
      city: { kind: 'generated', stations, centre },
      ...{ port: 0, startAt: START_AT, speed: 0, periodS: 0, seed: 7 },
    }),
  );
  const settings = {
    SYSTEM_ID: 'still',
    FEED_URL: feed.url,
    DISTRICT_URLS: feed.districtsUrl,
    TILE_URL: 'none',
  };
  const env = { ...process.env, NODE_ENV: 'production' as const, ...settings };
  for (const job of JOBS) {
    const args = ['--import', 'tsx', 'jobs/runNow.ts', job];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  }
  const web = await startWeb(settings);
  return {
    ...web,
    stop() {
      web.stop();
      void feed.close();
    },
  };
}
