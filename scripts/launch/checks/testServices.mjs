import path from 'node:path';
import { waitForPostgres } from '../database.mjs';
import { loadSecrets } from '../secrets.mjs';
import { planPostgres, planQueue } from '../services.mjs';
import { withoutSettings } from '../settingNames.mjs';
import { supervise } from '../supervisor.mjs';
import { startSwift } from '../swift.mjs';
import { say, step } from '../terminal.mjs';

/**
 * @typedef {object} TestServices
 * @property {Record<string, string | undefined>} env names them: TEST_DATABASE_URL and so on
 * @property {() => Promise<void>} stop
 */

/**
 * Private servers for tests: Postgres always, Redis and an S3 server where they are installed.
 *
 * @param {object} given
 * @param {string} given.root
 * @param {string} given.dir an empty directory
 * @param {boolean} given.durable false: quicker, loses data with the machine
 * @param {boolean} given.withS3
 * @param {AbortSignal} given.signal
 * @returns {Promise<TestServices>}
 */
export async function startTestServices({ root, dir, durable, withS3, signal }) {
  const env = withoutSettings(process.env);
  const needs = { root, dataDir: dir, env, secrets: loadSecrets(dir), durable, signal };
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  /** @param {import('../services.mjs').ServerPlan} plan */
  const run = (plan) => {
    if (!plan.service) return;
    stops.push(supervise({ ...plan.service, cwd: dir }, path.join(dir, 'logs')).stop);
  };
  try {
    const postgres = await planPostgres(needs);
    run(postgres);
    const queue = await planQueue(needs);
    run(queue);
    const timing = { timeoutMs: 60_000, signal };
    await step(`Starting ${postgres.choice}`, () => waitForPostgres(postgres.url, timing));
    const swift = withS3
      ? await step('Starting an S3 server', () => startSwift(path.join(dir, 'swift')))
      : null;
    if (swift) stops.push(swift.stop);
    if (!queue.url) say('No redis-server here: tests on Redis are skipped.');
    if (withS3 && !swift) say('No OpenStack Swift here: tests on S3 are skipped.');
    return { env: { ...env, ...testNames(postgres.url, queue.url, swift) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} postgresUrl
 * @param {string | undefined} redisUrl
 * @param {import('../swift.mjs').Swift | null} swift
 */
function testNames(postgresUrl, redisUrl, swift) {
  const server = new URL(postgresUrl);
  server.pathname = '/postgres';
  return {
    TEST_DATABASE_URL: server.href,
    TEST_REDIS_URL: redisUrl,
    TEST_S3_URL: swift?.endpoint,
    TEST_S3_ACCESS_KEY_ID: swift?.accessKeyId,
    TEST_S3_SECRET_ACCESS_KEY: swift?.secretAccessKey,
  };
}
