import { setTimeout as delay } from 'node:timers/promises';
import { PRISMA } from './prismaClient.mjs';
import { runCommand } from './runCommand.mjs';

/** Postgres answers but has no such database yet: migrating creates it. */
const DATABASE_MISSING = '3D000';

/**
 * Waits until the server takes connections.
 *
 * @param {string} url
 * @param {{ timeoutMs: number, signal?: AbortSignal, failed?: () => string | null }} options
 *   failed: asked between tries; what went wrong for good, if anything
 * @throws with the last reason when the time is over
 */
export async function waitForPostgres(url, { timeoutMs, signal, failed = () => null }) {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const problem = await connectionProblem(url);
    if (problem === null) return;
    const reason = failed();
    if (reason !== null) throw new Error(`Postgres does not start: ${reason}`);
    if (Date.now() > deadlineMs)
      throw new Error(`Postgres does not answer at ${withoutPassword(url)}: ${problem}`);
    await delay(100, undefined, { signal });
  }
}

/** @param {string} url @returns {Promise<string | null>} */
async function connectionProblem(url) {
  const client = await newClient(url);
  try {
    await client.connect();
    return null;
  } catch (caught) {
    const error = /** @type {Error & { code?: string }} */ (caught);
    return error.code === DATABASE_MISSING ? null : error.message || String(error.code);
  } finally {
    await client.end().catch(() => {}); // it may never have begun
  }
}

/** @param {string} url */
async function newClient(url) {
  const { default: pg } = await import('pg'); // there only once dependencies are installed
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // a broken connection also rejects the query under way
  return client;
}

/**
 * Brings the database to the newest migration, creating it where it does not exist.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env with DATABASE_URL
 * @param {AbortSignal} [signal]
 */
export async function migrate(root, env, signal) {
  await runCommand(process.execPath, [PRISMA, 'migrate', 'deploy'], { cwd: root, env, signal });
}

/**
 * @typedef {object} FirstAdmin
 * @property {string} email
 * @property {string | null} password set only when a random one was made just now
 * @property {boolean} created
 */

/**
 * Makes sure that somebody can sign in: creates an administrator where there is none.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env with DATABASE_URL, ADMIN_EMAIL, ADMIN_PASSWORD
 * @param {AbortSignal} [signal]
 * @returns {Promise<FirstAdmin>}
 */
export async function ensureFirstAdmin(root, env, signal) {
  const args = ['--import', 'tsx', 'scripts/firstAdmin.ts'];
  const printed = await runCommand(process.execPath, args, { cwd: root, env, signal });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

/**
 * Whether a worker gave a sign of life since then.
 *
 * @param {string} url
 * @param {Date} since
 */
export async function workerBeatSince(url, since) {
  const client = await newClient(url);
  try {
    await client.connect();
    const { rowCount } = await client.query(
      'SELECT 1 FROM worker_beat WHERE beat_at >= $1 LIMIT 1',
      [since],
    );
    return rowCount === 1;
  } catch {
    return false; // the caller asks again, and gives up by its own clock
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} url */
export function withoutPassword(url) {
  const shown = new URL(url);
  if (shown.password) shown.password = '***';
  return shown.href;
}
