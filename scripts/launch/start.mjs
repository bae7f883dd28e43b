import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { takeLock } from './lock.mjs';
import { isPortFree, reservePort } from './ports.mjs';
import { ensurePrismaClient } from './prismaClient.mjs';
import { announceReady, announceSource, childReporter, sayChoice } from './report.mjs';
import {
  answersGbfs,
  chooseSource,
  LIVE_FEED_URL,
  rememberedSource,
  rememberSource,
} from './source.mjs';
import { startStack } from './stack.mjs';
import { stopRequest } from './stopRequest.mjs';
import { say, step } from './terminal.mjs';

const FIRST_PORT = 3000;

/** @typedef {import('./options.mjs').StartOptions} StartOptions */

/**
 * Starts Limelight and returns when it has been stopped.
 *
 * @param {StartOptions} options
 * @param {string} root the project's directory
 * @returns {Promise<number>} exit code
 */
export async function start(options, root) {
  const { lock, holder } = takeLock(path.join(options.dataDir, 'limelight.lock'));
  if (!lock) {
    const where = holder.url ? `at ${holder.url}` : 'and is still starting';
    say(`Limelight already runs on ${options.dataDir}, ${where} (process ${holder.pid}).`);
    say('Stop that one first, or give this one another directory with --data DIR.');
    return 1;
  }
  const stopping = stopRequest();
  try {
    const stack = await launch(options, root, stopping.signal, lock);
    await stopping.requested;
    say('');
    await step('Stopping', stack.stop);
    return 0;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    say('Stopped before it was ready.');
    return 0;
  } finally {
    lock.release();
    stopping.dispose();
  }
}

/**
 * @param {StartOptions} options
 * @param {string} root
 * @param {AbortSignal} signal
 * @param {import('./lock.mjs').Lock} lock
 */
async function launch(options, root, signal, lock) {
  const { dataDir, dev, host } = options;
  const port = await choosePort(options);
  await ensureInstalled(root, signal);
  await ensurePrismaClient(root, signal);
  const source = await decideSource(options, signal);
  const buildDir = dev ? null : await ensureBuild(root, signal);
  const stack = await startStack({
    ...{ root, dataDir, dev, host, port, buildDir, signal },
    env: process.env,
    sourceKind: source.kind,
    onChoice: sayChoice,
    ...childReporter(),
  });
  rememberSource(dataDir, source);
  lock.announce(stack.url);
  announceReady(stack);
  return stack;
}

/** @param {StartOptions} options @param {AbortSignal} signal */
async function decideSource({ demo, live, dataDir }, signal) {
  const given = {
    ...{ demo, live },
    feedUrl: process.env.FEED_URL || undefined,
    before: rememberedSource(dataDir),
  };
  const source = await chooseSource(given, () =>
    step('Asking the live feed', () => answersGbfs(LIVE_FEED_URL, signal)),
  );
  announceSource(source, process.env.FEED_URL ?? LIVE_FEED_URL);
  return source;
}

/** @param {StartOptions} options */
async function choosePort({ port, host }) {
  if (port === undefined) return reservePort(FIRST_PORT, host);
  if (await isPortFree(port, host)) return port;
  throw new Error(`Port ${port} is taken. Give another with --port, or none to have one found.`);
}
