import path from 'node:path';
import { withoutPassword } from './database.mjs';
import { anyFreePort } from './ports.mjs';
import { preparePostgres } from './postgres.mjs';
import { findPostgres } from './postgresBinaries.mjs';
import { findRedis, prepareRedis } from './queue.mjs';

/**
 * A server that is given, or one to run.
 *
 * @typedef {object} ServerPlan
 * @property {string | undefined} url undefined: there is none
 * @property {string} choice for people: what was chosen
 * @property {import('./supervisor.mjs').ServiceSpec | null} service null: runs elsewhere
 */

/**
 * @typedef {object} ServerNeeds
 * @property {string} root
 * @property {string} dataDir
 * @property {Record<string, string | undefined>} env
 * @property {import('./secrets.mjs').Secrets} secrets
 * @property {boolean} [durable]
 * @property {AbortSignal} [signal]
 */

/**
 * DATABASE_URL, else the Postgres among the dependencies, else the machine's.
 *
 * @param {ServerNeeds} needs
 * @returns {Promise<ServerPlan & { url: string }>}
 */
export async function planPostgres({ root, dataDir, env, secrets, durable, signal }) {
  if (env.DATABASE_URL) {
    const choice = `DATABASE_URL (${withoutPassword(env.DATABASE_URL)})`;
    return { url: env.DATABASE_URL, choice, service: null };
  }
  const binaries = findPostgres(root, searchPath(env));
  const port = await anyFreePort();
  const { url, service } = await preparePostgres({
    binaries,
    dir: path.join(dataDir, 'postgres'),
    port,
    password: secrets.databasePassword,
    durable,
    signal,
  });
  return { url, choice: `${binaries.from} on port ${port}`, service };
}

/**
 * REDIS_URL, else a Redis or Valkey of the machine run privately, else Postgres.
 *
 * @param {ServerNeeds} needs
 * @returns {Promise<ServerPlan>}
 */
export async function planQueue({ dataDir, env, secrets }) {
  if (env.REDIS_URL) {
    const choice = `REDIS_URL (${withoutPassword(env.REDIS_URL)})`;
    return { url: env.REDIS_URL, choice, service: null };
  }
  const binary = findRedis(searchPath(env));
  if (!binary) return { url: undefined, choice: 'Postgres (no Redis here)', service: null };
  const port = await anyFreePort();
  const dir = path.join(dataDir, 'redis');
  const { url, service } = prepareRedis({ binary, dir, port, password: secrets.queuePassword });
  return { url, choice: `${binary.from} on port ${port}`, service };
}

/** @param {Record<string, string | undefined>} env */
function searchPath(env) {
  return (env.PATH ?? '').split(path.delimiter).filter(Boolean);
}
