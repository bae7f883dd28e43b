import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureFirstAdmin, migrate, waitForPostgres, workerBeatSince } from './database.mjs';
import { endLeftovers, recordChildren } from './leftovers.mjs';
import { anyFreePort } from './ports.mjs';
import { CommandError, runCommand } from './runCommand.mjs';
import { loadSecrets, writePrivateJson } from './secrets.mjs';
import { planPostgres, planQueue } from './services.mjs';
import { stackEnv } from './stackEnv.mjs';
import { supervise } from './supervisor.mjs';
import { step } from './terminal.mjs';
import { WEB_ARGS } from './webArgs.mjs';

/** @typedef {import('./supervisor.mjs').Service} Service */
/** @typedef {import('./supervisor.mjs').ServiceSpec} ServiceSpec */

/**
 * @typedef {object} StackOptions
 * @property {string} root the project's directory
 * @property {string} dataDir absolute; its lock is held by the caller
 * @property {Record<string, string | undefined>} env what the person set
 * @property {number} port
 * @property {string} host
 * @property {boolean} [dev]
 * @property {string | null} buildDir of the pages; null in dev
 * @property {import('./source.mjs').FeedSource['kind']} sourceKind
 * @property {string[]} [cityArgs] of the simulated city, beside its port
 * @property {boolean} [durable] false: for tests
 * @property {AbortSignal} signal ends the start under way
 * @property {(name: string, entry: import('./childLog.mjs').LogEntry) => void} onLog
 * @property {(name: string, how: string, againInMs: number) => void} onFall
 * @property {(what: string, choice: string) => void} onChoice
 */

/**
 * @typedef {object} Stack
 * @property {string} url where people find it
 * @property {Record<string, string | undefined>} env of web and worker
 * @property {import('./database.mjs').FirstAdmin} admin
 * @property {string | null} simulatedUrl base address of the simulated city, where it runs
 * @property {Service[]} services
 * @property {() => Promise<void>} stop web first, database last
 */

const CITY_ARGS = ['--city', '1450', '--seed', '1'];
const READY_MS = 90_000;
/** A program that ended so often before it was ready will not come up by waiting. */
const HOPELESS_FALLS = 4;

/**
 * Brings up everything one installation needs on a data directory, and returns when it serves.
 * What was started is stopped again when the start fails.
 *
 * @param {StackOptions} options
 * @returns {Promise<Stack>}
 */
export async function startStack(options) {
  const { dataDir } = options;
  /** @type {Service[]} */
  const services = [];
  const stop = async () => {
    for (const service of services.splice(0).reverse()) await service.stop();
    fs.rmSync(path.join(dataDir, 'run.json'), { force: true });
    stopRecording();
  };
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const left = await endLeftovers(dataDir);
  if (left > 0) options.onChoice('Recovery', `ended ${left} processes of a start that was killed`);
  const stopRecording = recordChildren(dataDir);
  try {
    return { ...(await bringUp(options, services)), services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {StackOptions} options
 * @param {Service[]} services filled in the order of starting
 * @returns {Promise<Omit<Stack, 'services' | 'stop'>>}
 */
async function bringUp(options, services) {
  const { root, dataDir, signal, port } = options;
  const secrets = loadSecrets(dataDir);
  /** @param {ServiceSpec} spec */
  const run = (spec) => {
    const service = supervise({ ...spec, cwd: spec.cwd ?? root }, path.join(dataDir, 'logs'), {
      onLog: (entry) => options.onLog(spec.name, entry),
      onFall: (how, againInMs) => options.onFall(spec.name, how, againInMs),
    });
    services.push(service);
    return service;
  };

  const database = await startDatabase(options, secrets, run);
  const queue = await planQueue({ ...options, secrets });
  options.onChoice('Queue', queue.choice);
  if (queue.service) run(queue.service);
  const simulatedUrl = options.sourceKind === 'simulated' ? await startCity(options, run) : null;

  const env = stackEnv({
    ...options,
    base: options.env,
    databaseUrl: database,
    redisUrl: queue.url,
    authSecret: secrets.authSecret,
    simulatedUrl: simulatedUrl ?? undefined,
    dev: options.dev ?? false,
  });
  await checkEnv(root, env, signal);
  await step('Bringing the database up to date', () => migrate(root, env, signal));
  const admin = await ensureFirstAdmin(root, env, signal);

  const since = new Date();
  const url = env.PUBLIC_URL ?? '';
  const started = [run(webService(options, env)), run(workerService(options, env))];
  writePrivateJson(path.join(dataDir, 'run.json'), { pid: process.pid, url, since, env });
  try {
    await step('Starting web and worker', () =>
      waitUntilReady({ started, port, host: options.host, database, since, signal }),
    );
  } catch (error) {
    // The password exists nowhere else: a start that fails after making it must still say it.
    if (admin.password)
      options.onChoice('First admin', `${admin.email} with the password ${admin.password}`);
    throw error;
  }
  return { url, env, admin, simulatedUrl };
}

/**
 * Rather one list of what is wrong now than two programs that end again and again.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @param {AbortSignal} signal
 */
async function checkEnv(root, env, signal) {
  const args = ['--import', 'tsx', 'scripts/launch/checkEnv.ts'];
  try {
    await runCommand(process.execPath, args, { cwd: root, env, signal });
  } catch (error) {
    if (error instanceof CommandError) throw new Error(error.output.trim());
    throw error;
  }
}

/**
 * @param {StackOptions} options
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {(spec: ServiceSpec) => Service} run
 * @returns {Promise<string>} its URL
 */
async function startDatabase(options, secrets, run) {
  const plan = await planPostgres({ ...options, secrets });
  options.onChoice('Postgres', plan.choice);
  const service = plan.service && run(plan.service);
  const failed = () => hopeless(service ? [service] : []);
  const timeoutMs = service ? 60_000 : 15_000; // a private one may first have to recover
  await step('Waiting for Postgres', () =>
    waitForPostgres(plan.url, { timeoutMs, signal: options.signal, failed }),
  );
  return plan.url;
}

/**
 * @param {StackOptions} options
 * @param {(spec: ServiceSpec) => Service} run
 * @returns {Promise<string>} base address
 */
async function startCity({ cityArgs = CITY_ARGS, env }, run) {
  const port = await anyFreePort();
  const args = ['--import', 'tsx', 'scripts/feed/main.ts', ...cityArgs, '--port', String(port)];
  run({ name: 'feed', command: process.execPath, args, env });
  return `http://127.0.0.1:${port}`;
}

const DEVELOPMENT_DIR = '.next-dev';

/** @param {StackOptions} options @param {Record<string, string | undefined>} env @returns {ServiceSpec} */
function webService({ dev, buildDir }, env) {
  // Apart from where builds are made: each would take the other's files away.
  const dir = dev ? DEVELOPMENT_DIR : buildDir;
  const dist = dir ? { LIMELIGHT_DIST_DIR: dir } : {};
  const args = [...WEB_ARGS, ...(dev ? ['--dev'] : [])];
  return { name: 'web', command: process.execPath, args, env: { ...env, ...dist }, stopMs: 6_000 };
}

/** @param {StackOptions} options @param {Record<string, string | undefined>} env @returns {ServiceSpec} */
function workerService({ dev }, env) {
  const args = [...(dev ? ['--watch'] : []), '--import', 'tsx', 'jobs/worker.ts'];
  return { name: 'worker', command: process.execPath, args, env, stopMs: 20_000 };
}

/**
 * @param {{ started: Service[], port: number, host: string, database: string, since: Date, signal: AbortSignal }} given
 */
async function waitUntilReady({ started, port, host, database, since, signal }) {
  const deadlineMs = Date.now() + READY_MS;
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const health = `http://${address.includes(':') ? `[${address}]` : address}:${port}/api/health`;
  let webProblem = await problemOf(health);
  for (;;) {
    if (webProblem === null && (await workerBeatSince(database, since))) return;
    const reason = hopeless(started);
    if (reason) throw new Error(reason);
    if (Date.now() > deadlineMs) {
      const what = webProblem ? `${health} ${webProblem}` : 'The worker gives no sign of life';
      throw new Error(`${what}, ${READY_MS / 1000} s after the start.\n${lastWords(started)}`);
    }
    await delay(250, undefined, { signal });
    webProblem &&= await problemOf(health);
  }
}

/** @param {string} url @returns {Promise<string | null>} null: it answers well */
async function problemOf(url) {
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return ok ? null : `answers ${status}`;
  } catch {
    return 'does not answer'; // not listening yet
  }
}

/** @param {Service[]} services @returns {string | null} */
function hopeless(services) {
  const fallen = services.find((service) => service.falls() >= HOPELESS_FALLS);
  return fallen ? `${fallen.name} ends again and again:\n${lastWords([fallen])}` : null;
}

/** @param {Service[]} services */
function lastWords(services) {
  return services
    .flatMap((service) =>
      service
        .lastWords()
        .slice(-15)
        .map((line) => `  ${service.name}: ${line}`),
    )
    .join('\n');
}
