import path from 'node:path';
import { type CuttableProxy, startCuttableProxy } from '@/lib/db/testProxy';
import { seededRng } from '@/lib/units/rng';
import { type FeedServer, startFeedServer } from '../../feed/feedServer';
import { migrate, waitForPostgres } from '../../launch/database.mjs';
import { anyFreePort } from '../../launch/ports.mjs';
import { preparePostgres } from '../../launch/postgres.mjs';
import { findPostgres } from '../../launch/postgresBinaries.mjs';
import { prepareRedis, type RedisBinary } from '../../launch/queue.mjs';
import { withoutSettings } from '../../launch/settingNames.mjs';
import { type Service, type ServiceSpec, supervise } from '../../launch/supervisor.mjs';
import { WEB_ARGS } from '../../launch/webArgs.mjs';

export interface CityOptions {
  root: string;
  /** An empty directory. */
  dir: string;
  seed: number;
  cadenceS: number;
  workers: number;
  /** null: the queue lives in Postgres. */
  redis: RedisBinary | null;
  /** Of the pages; null: no web process. */
  buildDir: string | null;
  onFall(name: string, how: string): void;
}

/** A whole installation on servers of its own, each program supervised as `npm start` does it. */
export interface City {
  systemId: string;
  feed: FeedServer;
  /** For the rig; the city's programs go by the line. */
  databaseUrl: string;
  line: CuttableProxy;
  redisUrl: string | undefined;
  webUrl: string | null;
  /** Where fetches wait for Postgres. */
  spoolDir: string;
  /** By name; one that was stopped on purpose is run again with `run`. */
  services: Map<string, Service>;
  specs: Map<string, ServiceSpec>;
  run(spec: ServiceSpec): Service;
  stop(): Promise<void>;
}

const SYSTEM_ID = 'fault-city';
/** Not a multiple of the cadence, so that some fetches find nothing new. */
const PUBLICATION_S = 2.3;
const STATIONS = 150;
/** A working morning, at which something changes at every look. */
const START_AT = new Date('2022-05-17T05:30:00Z');
const SPEED = 60;

/** What was started is stopped again when the start fails. */
export async function startCity(options: CityOptions): Promise<City> {
  const { root, dir, seed, redis } = options;
  const feed = await startFeedServer({
    city: { kind: 'generated', stations: STATIONS, centre: { lat: 48.8589, lon: 2.347 } },
    ...{ seed, port: 0, startAt: START_AT, speed: SPEED, periodS: PUBLICATION_S },
  });
  const services = new Map<string, Service>();
  const specs = new Map<string, ServiceSpec>();
  const run = (spec: ServiceSpec) => {
    const events = { onFall: (how: string) => options.onFall(spec.name, how) };
    const service = supervise({ ...spec, cwd: root }, path.join(dir, 'logs'), events);
    services.set(spec.name, service);
    specs.set(spec.name, spec);
    return service;
  };
  let line: CuttableProxy | null = null;
  const stop = async () => {
    for (const service of [...services.values()].reverse()) await service.stop();
    await line?.close();
    await feed.close();
  };
  try {
    const password = passwordOf(seed);
    const postgres = await startPostgres(options, password, run);
    line = await startCuttableProxy(postgres);
    const queue = redis
      ? prepareRedis({ binary: redis, dir: path.join(dir, 'redis'), ...(await own(password)) })
      : null;
    if (queue) run(queue.service);
    const port = await anyFreePort();
    const env = environment(options, {
      databaseUrl: line.url,
      redisUrl: queue?.url,
      feedUrl: feed.url,
      port,
    });
    await migrate(root, env);
    for (let i = 0; i < options.workers; i++) run(workerSpec(i, env));
    if (options.buildDir) run(webSpec(options.buildDir, env));
    return {
      systemId: SYSTEM_ID,
      ...{ feed, line, services, specs, run, stop },
      databaseUrl: postgres,
      redisUrl: queue?.url,
      webUrl: options.buildDir ? `http://127.0.0.1:${port}` : null,
      spoolDir: path.join(dir, 'data', 'spool', SYSTEM_ID),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startPostgres(
  { root, dir }: CityOptions,
  password: string,
  run: City['run'],
): Promise<string> {
  const binaries = findPostgres(root, (process.env.PATH ?? '').split(path.delimiter));
  const at = await own(password);
  // Durable as in earnest: what was committed must survive the kill.
  const plan = await preparePostgres({ binaries, dir: path.join(dir, 'postgres'), ...at });
  run(plan.service);
  await waitForPostgres(plan.url, { timeoutMs: 30_000 });
  return plan.url;
}

async function own(password: string): Promise<{ port: number; password: string }> {
  return { port: await anyFreePort(), password };
}

function environment(
  { dir, cadenceS }: CityOptions,
  at: { databaseUrl: string; redisUrl: string | undefined; feedUrl: string; port: number },
): Record<string, string | undefined> {
  return {
    ...withoutSettings(process.env),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    DATABASE_URL: at.databaseUrl,
    ...(at.redisUrl ? { REDIS_URL: at.redisUrl } : {}),
    FEED_URL: at.feedUrl,
    FALLBACK_FEED_URL: 'none',
    DISTRICT_URLS: 'none',
    SYSTEM_ID,
    DATA_DIR: path.join(dir, 'data'),
    AVAILABILITY_EVERY_S: String(cadenceS),
    AUTH_SECRET: 'a secret of the fault tests, for nobody else',
    PUBLIC_URL: `http://127.0.0.1:${at.port}`,
    HOST: '127.0.0.1',
    PORT: String(at.port),
    TILE_URL: 'none',
  };
}

function workerSpec(i: number, env: Record<string, string | undefined>): ServiceSpec {
  const args = ['--import', 'tsx', 'jobs/worker.ts'];
  return { name: `worker-${i}`, command: process.execPath, args, env, stopMs: 20_000 };
}

function webSpec(buildDir: string, env: Record<string, string | undefined>): ServiceSpec {
  const own = { ...env, LIMELIGHT_DIST_DIR: buildDir };
  return { name: 'web', command: process.execPath, args: WEB_ARGS, env: own };
}

/** Any will do: the servers listen on the loopback and end with the run. */
function passwordOf(seed: number): string {
  const rng = seededRng(seed);
  return Array.from({ length: 24 }, () => Math.floor(rng() * 36).toString(36)).join('');
}
