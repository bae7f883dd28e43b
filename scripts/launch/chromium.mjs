import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CommandError, runCommand } from './runCommand.mjs';
import { step } from './terminal.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the end-to-end tests: Playwright's own, else the machine's, else one installed
 * now, by Playwright or, as root on Debian, by its packages.
 *
 * @param {string} root
 * @param {AbortSignal} signal
 * @returns {Promise<string | null>} its path; null: Playwright knows its own
 * @throws when there is none to be had, saying what to do
 */
export async function ensureChromium(root, signal) {
  const found = await findChromium();
  if (found !== undefined) return found;
  const playwright = path.join('node_modules', '@playwright', 'test', 'cli.js');
  await tryInstall('Installing Chromium (Playwright)', async () => {
    await runCommand(process.execPath, [playwright, 'install', 'chromium'], { cwd: root, signal });
  });
  if ((await findChromium()) === undefined && isDebianRoot()) {
    await tryInstall('Installing Chromium (apt-get)', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await runCommand('apt-get', ['update'], { env, signal });
      await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
        env,
        signal,
      });
    });
  }
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'The end-to-end tests need Chromium and none could be installed. Run ' +
      '"npx playwright install --with-deps chromium" or install Chromium, or set CHROMIUM_PATH.',
  );
}

/** @returns {Promise<string | null | undefined>} undefined: there is none */
async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import('@playwright/test');
  if (fs.existsSync(chromium.executablePath())) return null;
  return SYSTEM_BROWSERS.find((file) => fs.existsSync(file));
}

/** @param {string} doing @param {() => Promise<void>} work */
async function tryInstall(doing, work) {
  try {
    await step(doing, work);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error; // the next way is tried
  }
}

function isDebianRoot() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}
