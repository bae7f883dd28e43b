import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { runCommand } from './runCommand.mjs';
import { step } from './terminal.mjs';

/**
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} LockFile
 */

/**
 * Why dependencies have to be installed, or null where node_modules holds what the lock asks for.
 * npm records what it installed in node_modules/.package-lock.json, at the very end.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile | null} installed
 * @returns {string | null}
 */
export function reasonToInstall(wanted, installed) {
  if (!installed) return 'they are missing';
  for (const [name, { version, optional, devOptional }] of Object.entries(wanted.packages ?? {})) {
    const found = installed.packages?.[name];
    // Packages for other platforms are never installed here.
    if (name === '' || (!found && (optional || devOptional))) continue;
    if (found?.version !== version) return 'the lock file changed';
  }
  return null;
}

/**
 * Installs the dependencies where that is needed. One process of a tree at a time.
 *
 * @param {string} root
 * @param {AbortSignal} [signal]
 */
export async function ensureInstalled(root, signal) {
  if (!check(root)) return;
  await withLock(path.join(root, '.data', 'install.lock'), async () => {
    const reason = check(root);
    if (!reason) return;
    await step(`Installing dependencies (${reason})`, () =>
      runCommand(npmCommand(), ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: root,
        signal,
        env: installEnv(process.env),
      }),
    );
  });
}

/** @param {string} root */
function check(root) {
  const wanted = readJson(path.join(root, 'package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing: this is not a whole copy.');
  return reasonToInstall(wanted, readJson(path.join(root, 'node_modules', '.package-lock.json')));
}

/**
 * Development tools are part of both commands (tsx, Biome, Playwright), whatever NODE_ENV says.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string | undefined>}
 */
function installEnv(env) {
  return { ...env, NODE_ENV: 'development', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
}

function npmCommand() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/**
 * @param {string} file
 * @returns {LockFile | null}
 */
function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
