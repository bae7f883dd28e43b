import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { type CuttableProxy, startCuttableProxy } from '@/lib/db/testProxy';
import { readEnv } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { type FeedServer, startFeedServer } from '@/scripts/feed/feedServer';
import { registry } from '../registry';
import { createProducer } from './producer';
import { startRuntime } from './startRuntime';
import { emptyRedis, eventually, testQueues } from './testQueues';

/** What a worker does by itself in an empty database, whatever the minute. */
const RUN_AT_START = [
  'archive-hour',
  'deliver-alerts',
  'evaluate-alerts',
  'fetch-availability',
  'fetch-districts',
  'fetch-stations',
  'fetch-vehicles',
  'prune-history',
];

const log = createLog('silent', 'test');

describe.each(testQueues(11))('a worker on $kind', ({ kind, configOf }) => {
  const isMissing = configOf('postgresql://') === null;
  const title = isMissing ? 'skipped: TEST_REDIS_URL is not set' : 'end to end';

  describe.skipIf(isMissing)(title, () => {
    let database: Awaited<ReturnType<typeof openTestDatabase>>;
    let feed: FeedServer;
    let directory: string;
    let proxy: CuttableProxy;
    let queue: { redisUrl: string | undefined; databaseUrl: string };

    beforeAll(async () => {
      database = await openTestDatabase();
      feed = await startFeedServer({
        port: 0,
        periodS: 0,
        vehicles: 12,
        city: { kind: 'generated', stations: 40, centre: { lat: 48.86, lon: 2.35 } },
      });
      directory = await mkdtemp(path.join(tmpdir(), 'limelight-worker-'));
      const config = configOf(database.url)!;
      if (config.redisUrl) await emptyRedis(config.redisUrl);
      proxy = await startCuttableProxy(config.redisUrl ?? config.databaseUrl);
      queue =
        kind === 'redis'
          ? { ...config, redisUrl: proxy.url }
          : { ...config, databaseUrl: proxy.url };
    });
    afterAll(async () => {
      await feed.close();
      await proxy.close();
      await database.close();
      await rm(directory, { recursive: true });
    });

    const start = () =>
      startRuntime({
        env: readEnv({
          DATABASE_URL: queue.databaseUrl,
          REDIS_URL: queue.redisUrl,
          SYSTEM_ID: 'testcity',
          FEED_URL: feed.url,
          VEHICLE_FEED_URL: feed.fleetUrl,
          DISTRICT_URLS: feed.districtsUrl,
          FALLBACK_FEED_URL: 'none',
          DATA_DIR: directory,
        }),
        database,
        log,
        jobs: registry,
      });

    const count = async (sql: string) =>
      (await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]!
        .n;

    test('fills an empty database at its start, and says that it lives', async () => {
      const runtime = start();
      await eventually('all stations have a status and a district', async () => {
        return (
          (await count(`station_status`)) === 40 &&
          (await count(`station WHERE district_id IS NOT NULL`)) > 0 &&
          (await count(`vehicle`)) > 0 &&
          (await count(`worker_beat`)) === 1
        );
      });
      await eventually('each run leaves its row', async () => {
        const { rows } = await database.pool.query<{ job: string }>(
          `SELECT DISTINCT job FROM job_run WHERE outcome = 'done'`,
        );
        const done = new Set(rows.map(({ job }) => job));
        return RUN_AT_START.every((job) => done.has(job));
      });
      expect(await count(`job_run WHERE outcome = 'failed'`)).toBe(0);
      await runtime.close();
    });

    test('what is fresh is not due at a second start; work asked for now is done', async () => {
      const before = await count(`feed_fetch WHERE feed = 'status'`);
      const runtime = start();
      await runtime.workers.ready;
      expect(await registry['fetch-availability'].isDueAtStart(runtime.context)).toBe(false);
      expect(await registry['fetch-stations'].isDueAtStart(runtime.context)).toBe(false);
      const producer = createProducer({ ...queue, systemId: 'testcity', onError: () => {} });
      await producer.ping();
      await producer.runNow('fetch-availability');
      await eventually('the run that was asked for', async () => {
        return (await count(`feed_fetch WHERE feed = 'status'`)) > before;
      });
      await producer.close();
      await runtime.close();
    });

    test('lists when each job comes next, and says when nobody can tell', async () => {
      const runtime = start();
      await runtime.workers.ready;
      const producer = createProducer({ ...queue, systemId: 'testcity', onError: () => {} });
      const { jobs, isQueueAway } = await producer.listJobs();
      expect(isQueueAway).toBe(false);
      expect(jobs.map(({ job }) => job)).toEqual(Object.keys(registry));
      const next = (name: string) => jobs.find(({ job }) => job === name)?.nextAt ?? null;
      const inMs = next('fetch-availability')!.getTime() - Date.now();
      expect(inMs).toBeGreaterThan(-2_000);
      expect(inMs).toBeLessThanOrEqual(60_000);
      expect(next('fetch-stations')!.toISOString()).toMatch(/T03:17:00.000Z$/);
      // No simulated city stands in for a live feed here: nothing to probe.
      expect(next('probe-live-feed')).toBeNull();
      expect(await producer.findJob('fetch-stations')).toBe('fetch-stations');
      expect(await producer.findJob('constructor')).toBeNull();

      await runtime.close();
      await proxy.cut();
      const unreachable = await producer.listJobs();
      expect(unreachable.isQueueAway).toBe(true);
      expect(unreachable.jobs.map(({ nextAt }) => nextAt)).toEqual(jobs.map(() => null));
      await proxy.mend();
      await eventually('the queue is found again', async () => {
        return !(await producer.listJobs()).isQueueAway;
      });
      await producer.close();
    });

    test('waits for a queue that is not there yet, and says so to who asks for work', async () => {
      await proxy.cut();
      const producer = createProducer({ ...queue, systemId: 'testcity', onError: () => {} });
      await expect(producer.ping()).rejects.toThrow();
      await expect(producer.runNow('fetch-availability')).rejects.toThrow();
      const runtime = start();
      await expect(runtime.workers.enqueue(registry['fetch-availability'], {})).rejects.toThrow(
        'not connected',
      );
      await proxy.mend();
      await runtime.workers.ready;
      await producer.runNow('estimate-phantoms');
      await eventually('the run after the queue came', () =>
        count(`job_run WHERE job = 'estimate-phantoms' AND outcome = 'done'`),
      );
      await producer.close();
      await runtime.close();
    });

    test('takes work again after the queue was away in between', async () => {
      const runs = () => count(`job_run WHERE job = 'estimate-phantoms'`);
      const before = await runs();
      const runtime = start();
      await runtime.workers.ready;
      await proxy.cut();
      await proxy.mend();
      const producer = createProducer({ ...queue, systemId: 'testcity', onError: () => {} });
      await producer.runNow('estimate-phantoms');
      await eventually('the run after the queue came back', async () => (await runs()) > before);
      await producer.close();
      await runtime.close();
    });
  });
});
