import { fork } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { readEnv } from '@/lib/env/env';
import { pauseJob, resumeJob } from '@/lib/feeds/pauseStore';
import { createLog } from '@/lib/log/log';
import { logScope } from '@/lib/log/logScope';
import { enqueueJob, queueName } from './enqueue';
import type { JobContext } from './jobContext';
import { defineJob, type JobDefinition } from './jobDefinition';
import { createPauses } from './pauses';
import { openQueueBackend } from './queueBackend';
import { mendSchedule } from './schedulers';
import { startWorkers, type Workers } from './startWorkers';
import { emptyRedis, eventually, testQueues } from './testQueues';

const ENV = readEnv({ DATABASE_URL: 'postgresql://localhost/limelight' });

describe.each(testQueues(12))('workers on $kind', ({ kind, configOf }) => {
  const isMissing = configOf('postgresql://') === null;
  const title = isMissing ? 'skipped: TEST_REDIS_URL is not set' : 'schedules';

  describe.skipIf(isMissing)(title, () => {
    let database: Awaited<ReturnType<typeof openTestDatabase>>;
    let queue: { redisUrl: string | undefined; databaseUrl: string };
    const open: Workers[] = [];

    beforeAll(async () => {
      database = await openTestDatabase();
      queue = configOf(database.url)!;
      if (queue.redisUrl) await emptyRedis(queue.redisUrl);
    });
    afterAll(async () => {
      await Promise.all(open.map((workers) => workers.close()));
      await database.close();
    });

    function contextOf(systemId: string, workerId: string): JobContext {
      const log = createLog('silent', 'test');
      const { pool } = database;
      // Of a whole context these jobs use no more than this.
      const isPaused = createPauses(pool, systemId);
      const clock = () => new Date();
      return { env: ENV, systemId, workerId, pool, log, isPaused, clock } as JobContext;
    }

    function start(systemId: string, workerId: string, jobs: JobDefinition[]): Workers {
      const workers = startWorkers({
        context: contextOf(systemId, workerId),
        backend: openQueueBackend(queue),
        jobs,
        onDelivered: () => {},
      });
      open.push(workers);
      return workers;
    }

    test('two workers and two schedulers run each tick once', async () => {
      const ticks: string[] = [];
      const everySecond = testJob('* * * * * *', async () => {
        // The queue's id of a scheduled run names its instant.
        ticks.push(String(logScope()?.jobId));
        return {};
      });
      const both = ['w1', 'w2'].map((id) => start('twice', id, [everySecond]));
      await Promise.all(both.map((workers) => workers.ready));
      await eventually('five ticks', () => ticks.length >= 5);
      await Promise.all(both.map((workers) => workers.close()));
      expect(new Set(ticks).size).toBe(ticks.length);
    });

    test('a job that follows another leaves it its time', async () => {
      const askedAtMs = Date.now();
      const ranAfterMs: number[] = [];
      const never = testJob('0 0 1 1 *', async () => {
        ranAfterMs.push(Date.now() - askedAtMs);
        return {};
      });
      const following = { ...never, options: { ...never.options, followsAfterMs: 400 } };
      const workers = start('following', 'w1', [following]);
      await workers.ready;
      await workers.enqueue(following, {});
      await eventually('the run', () => ranAfterMs.length > 0);
      expect(ranAfterMs[0]).toBeGreaterThanOrEqual(400);
    });

    test('a paused schedule only notes its ticks until it is resumed; who asks is served', async () => {
      let runs = 0;
      const everySecond = testJob('* * * * * *', async () => {
        runs++;
        return {};
      });
      const { pool } = database;
      await pauseJob(pool, 'paused', { job: everySecond.name, pausedBy: 'Ana' });
      const workers = start('paused', 'w1', [everySecond]);
      await workers.ready;
      const noted = async (condition: string) =>
        (await pool.query(`SELECT 1 FROM job_run WHERE system_id = 'paused' AND ${condition}`))
          .rowCount ?? 0;
      await eventually('two ticks', async () => (await noted(`outcome = 'paused'`)) >= 2);
      expect(runs).toBe(0);

      await workers.enqueue(everySecond, {});
      await eventually('the run that was asked for', () => noted(`outcome = 'done'`));
      expect(await noted(`outcome = 'done' AND due_at IS NULL`)).toBe(1);

      expect(await resumeJob(pool, 'paused', everySecond.name)).toBe(true);
      await eventually('a tick on time', () =>
        noted(`outcome = 'done' AND started_at - due_at BETWEEN '-0.1 s' AND '3 s'`),
      );
    });

    test('a schedule that is lost is written again; a healthy one is left alone', async () => {
      const daily = testJob('17 3 * * *', async () => ({}));
      await start('mended', 'w1', [daily]).ready;
      const ingest = openQueueBackend(queue).openQueue(queueName('mended', 'ingest'), () => {});
      await ingest.waitUntilReady();
      expect(await mendSchedule(ingest, daily, ENV, new Date())).toBe(false);

      if (queue.redisUrl) await emptyRedis(queue.redisUrl);
      else await ingest.removeJobScheduler(daily.name);
      expect(await mendSchedule(ingest, daily, ENV, new Date())).toBe(true);
      expect(await mendSchedule(ingest, daily, ENV, new Date())).toBe(false);
      // Stuck: its next run is long over and nobody took it.
      expect(await mendSchedule(ingest, daily, ENV, new Date(Date.now() + 3 * 86_400_000))).toBe(
        true,
      );
      const found = await ingest.getJobScheduler(daily.name);
      expect(new Date(found?.next ?? 0).toISOString()).toMatch(/T03:17:00.000Z$/);
      await ingest.close();
    });

    test('asked for three times while it waits, it runs once; then again when asked again', async () => {
      let runs = 0;
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const job = testJob('17 3 * * *', async () => {
        runs++;
        await held;
        return {};
      });
      const workers = start('once', 'w1', [job]);
      await workers.ready;
      for (let ask = 0; ask < 3; ask++) await workers.enqueue(job, {});
      await eventually('the run', () => runs > 0);
      await workers.enqueue(job, {});
      release();
      await eventually('its end', async () => {
        const { rowCount } = await database.pool.query(
          `SELECT 1 FROM job_run WHERE worker_id = 'w1' AND job = 'prune-history'`,
        );
        return rowCount;
      });
      expect(runs).toBe(1);
      await eventually('a run for the next ask', async () => {
        await workers.enqueue(job, {});
        // While it asks, the one before may have come and gone.
        return runs > 1;
      });
    });

    test('a city’s workers never take another city’s jobs', async () => {
      const seen: string[] = [];
      const jobOf = (city: string) =>
        testJob('17 3 * * *', async ({ systemId }) => {
          seen.push(`${city} in ${systemId}`);
          return {};
        });
      const [lyon, nice] = [jobOf('lyon'), jobOf('nice')];
      const workers = [start('lyon', 'w1', [lyon]), start('nice', 'w2', [nice])];
      await Promise.all(workers.map(({ ready }) => ready));
      for (let round = 0; round < 3; round++) {
        await workers[0]?.enqueue(lyon, {});
        await workers[1]?.enqueue(nice, {});
      }
      await eventually('both ran', () => new Set(seen).size === 2);
      expect([...new Set(seen)].sort()).toEqual(['lyon in lyon', 'nice in nice']);
    });

    test('a killed worker’s job is run again by another', { timeout: 60_000 }, async () => {
      const job = testJob('17 3 * * *', async () => ({}));
      const child = fork(
        path.resolve('jobs/runtime/testHangingWorker.ts'),
        [JSON.stringify(queue), `killed-${kind}`],
        { execArgv: ['--import', 'tsx'] },
      );
      await new Promise((resolve) => child.once('message', resolve));
      const queueOf = openQueueBackend(queue).openQueue(
        queueName(`killed-${kind}`, 'ingest'),
        () => {},
      );
      await queueOf.waitUntilReady();
      await enqueueJob(queueOf, job, {});
      await new Promise((resolve) => child.once('message', resolve));
      child.kill('SIGKILL');
      start(`killed-${kind}`, 'rescuer', [job]);
      await eventually(
        'the rescue',
        async () =>
          (await database.pool.query(`SELECT 1 FROM job_run WHERE worker_id = 'rescuer'`)).rowCount,
        45_000,
      );
      await queueOf.close();
    });
  });
});

function testJob(schedule: string, run: JobDefinition['run']): JobDefinition {
  return defineJob({
    name: 'prune-history',
    queue: 'ingest',
    schedule,
    payload: z.unknown(),
    options: { attempts: 1, backoffMs: 0 },
    isEnabled: () => true,
    isDueAtStart: async () => false,
    run,
  });
}
