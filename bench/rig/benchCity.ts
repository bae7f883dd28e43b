import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { registry } from '@/jobs/registry';
import { createContext } from '@/jobs/runtime/createContext';
import type { JobContext } from '@/jobs/runtime/jobContext';
import type { JobName } from '@/jobs/runtime/jobName';
import { runJob } from '@/jobs/runtime/runJob';
import { makeFirstAdmin } from '@/lib/auth/firstAdmin';
import { startSession } from '@/lib/auth/sessionStore';
import { mintSessionToken, sessionCookieName } from '@/lib/auth/sessionToken';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { readEnv } from '@/lib/env/env';
import { testRedisUrl } from '@/lib/env/testEnv';
import { createLog } from '@/lib/log/log';
import { type FeedServer, startFeedServer } from '../../scripts/feed/feedServer';
import { ensureBuild } from '../../scripts/launch/build.mjs';
import { anyFreePort } from '../../scripts/launch/ports.mjs';
import { withoutSettings } from '../../scripts/launch/settingNames.mjs';
import { type Service, type ServiceSpec, supervise } from '../../scripts/launch/supervisor.mjs';
import { WEB_ARGS } from '../../scripts/launch/webArgs.mjs';

/** A whole installation for measuring: a generated city, its database, and a way to sign in. */
export interface BenchCity {
  feed: FeedServer;
  database: Awaited<ReturnType<typeof openTestDatabase>>;
  systemId: string;
  /** Of web and worker. */
  env: Record<string, string | undefined>;
  /** Where the web process listens. */
  url: string;
  /** A signed-in session, as a Cookie header. */
  cookie: string;
  /** Runs one of the product's jobs in this process. */
  runJob(name: JobName): Promise<void>;
  /** The product's own web process on its production build, answering. */
  startWeb(): Promise<Service>;
  /** A web server of another kind on the same address and data, answering. */
  startServer(spec: ServiceSpec): Promise<Service>;
  startWorker(): Service;
  stop(): Promise<void>;
}

const SYSTEM_ID = 'bench-city';
const CENTRE = { lat: 48.8589, lon: 2.347 };
/** A working morning, at which something changes every minute. */
const START_AT = new Date('2022-05-17T06:30:00Z');
const START_MS = 60_000;

/**
 * Starts a generated city of the product's own simulated feed and fills a database with it by the
 * product's own jobs.
 *
 * @param periodS how often the feed's content changes by itself, seconds; each change lets a
 *   minute of the city pass. 0: only by `feed.engine.tick()`
 * @param vehicles own ones, standing about the stations; 0: no fleet
 * @param extraEnv of web and worker
 */
export async function startBenchCity({
  stations,
  vehicles = 0,
  periodS = 0,
  extraEnv = {},
}: {
  stations: number;
  vehicles?: number;
  periodS?: number;
  extraEnv?: Record<string, string>;
}): Promise<BenchCity> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'limelight-bench-'));
  const services: Service[] = [];
  const database = await openTestDatabase();
  const feed = await startFeedServer({
    city: { kind: 'generated', stations, centre: CENTRE },
    ...{ vehicles, port: 0, startAt: START_AT, periodS, speed: periodS > 0 ? 60 / periodS : 1 },
  });
  const port = await anyFreePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...environment({ dir, url, port, feed, databaseUrl: database.url }),
    ...(vehicles > 0 ? { VEHICLE_FEED_URL: feed.fleetUrl } : {}),
    ...extraEnv,
  };
  const context = openContext(env, database);

  const run = (spec: ServiceSpec) => {
    const onFall = (how: string) => console.error(`${spec.name} ended by itself: ${how}`);
    const child = supervise({ cwd: process.cwd(), ...spec }, path.join(dir, 'logs'), { onFall });
    let stopped: Promise<void> | null = null;
    const stop = () => {
      stopped ??= child.stop();
      return stopped;
    };
    const service = { ...child, stop };
    services.push(service);
    return service;
  };
  const cookie = await signIn(database, env);
  const startServer = async (spec: ServiceSpec) => {
    const service = run(spec);
    await waitForPage(`${url}/map`, cookie, service);
    return service;
  };
  const city: BenchCity = {
    ...{ feed, database, env, url, cookie, startServer, systemId: SYSTEM_ID },
    async runJob(name) {
      const { outcome } = await runJob(context, registry[name], registry[name].payloadNow, 'bench');
      if (outcome !== 'stored') throw new Error(`${name} ended with ${outcome}`);
    },
    async startWeb() {
      const LIMELIGHT_DIST_DIR = process.env.LIMELIGHT_DIST_DIR ?? (await ensureBuild('.'));
      const web = { name: 'web', command: process.execPath, args: WEB_ARGS };
      return startServer({ ...web, env: { ...env, LIMELIGHT_DIST_DIR } });
    },
    startWorker() {
      const args = ['--import', 'tsx', 'jobs/worker.ts'];
      return run({ name: 'worker', command: process.execPath, args, env });
    },
    async stop() {
      for (const service of services.splice(0).reverse()) await service.stop();
      await feed.close();
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  try {
    for (const name of ['fetch-districts', 'fetch-stations', 'fetch-availability'] as const)
      await city.runJob(name);
    return city;
  } catch (error) {
    await city.stop();
    throw error;
  }
}

function environment(at: {
  dir: string;
  url: string;
  port: number;
  feed: FeedServer;
  databaseUrl: string;
}): Record<string, string | undefined> {
  const redisUrl = testRedisUrl();
  return {
    ...withoutSettings(process.env),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: at.databaseUrl,
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    SYSTEM_ID,
    FEED_URL: at.feed.url,
    DISTRICT_URLS: at.feed.districtsUrl,
    FALLBACK_FEED_URL: 'none',
    TILE_URL: 'none',
    DATA_DIR: at.dir,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: at.url,
    HOST: '127.0.0.1',
    PORT: String(at.port),
    LOG_LEVEL: 'warn',
  };
}

function openContext(env: Record<string, string | undefined>, database: BenchCity['database']) {
  const enqueue: JobContext['enqueue'] = async () => {};
  const log = createLog('warn', 'bench', 'stderr');
  const { signal } = new AbortController();
  return createContext({ env: readEnv(env), database, log, enqueue, signal });
}

async function signIn(
  { pool }: BenchCity['database'],
  { PUBLIC_URL, AUTH_SECRET }: Record<string, string | undefined>,
): Promise<string> {
  const givenPassword = randomBytes(16).toString('hex');
  const wanted = { email: 'bench@example.org', givenPassword, makeUpPassword: () => givenPassword };
  await makeFirstAdmin(pool, wanted);
  const { rows } = await pool.query<{ id: string; sessionVersion: number }>(
    `SELECT id, session_version AS "sessionVersion" FROM app_user`,
  );
  const session = await startSession(pool, rows[0]!, { address: null, userAgent: null });
  const token = await mintSessionToken(session, AUTH_SECRET!);
  return `${sessionCookieName(PUBLIC_URL!)}=${token}`;
}

async function waitForPage(url: string, cookie: string, service: Service): Promise<void> {
  const deadlineMs = Date.now() + START_MS;
  for (;;) {
    // Refused connections mean that it does not listen yet.
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    if (Date.now() > deadlineMs || service.falls() > 0) {
      const words = service.lastWords().join('\n');
      throw new Error(`${url} answers ${answer?.status ?? 'nothing'}\n${words}`);
    }
    await delay(100);
  }
}
