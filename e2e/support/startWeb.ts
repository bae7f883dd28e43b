import path from 'node:path';
import { expect } from '@playwright/test';
import { spawnGuarded } from '../../scripts/launch/guardian.mjs';
import { anyFreePort } from '../../scripts/launch/ports.mjs';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** Another web process beside the installation's, on the same database. */
export interface OtherWeb {
  /** Where its pages are. Sessions of the installation hold there too. */
  url: string;
  /** What it has logged so far. */
  log(): string;
  stop(): void;
}

/**
 * Serves a build a second time, and returns once it answers.
 *
 * @param settings what is different from the installation's environment
 * @param port where it listens; one that is free, if nothing else says so
 */
export async function startWeb(settings: Record<string, string>, port?: number): Promise<OtherWeb> {
  const ownPort = port ?? (await anyFreePort());
  const url = `http://localhost:${ownPort}`;
  const web = spawnGuarded(process.execPath, ['scripts/web.mjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(ownPort),
      PUBLIC_URL: url,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [web.stdout, web.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const answers = () =>
    fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  const stop = () => void web.kill('SIGTERM');
  await expect
    .poll(answers, { timeout: 45_000 })
    .toBe(true)
    .catch((error: unknown) => {
      stop();
      throw new Error(`The other web process does not answer. It says:\n${log}`, { cause: error });
    });
  return { url, log: () => log, stop };
}
