import fs from 'node:fs';
import path from 'node:path';
import { compressBuild } from './compressBuild.mjs';
import { withLock } from './lock.mjs';
import { runCommand } from './runCommand.mjs';
import { step } from './terminal.mjs';
import { treeHash } from './treeHash.mjs';

/** Everything that the pages are made of. */
const SOURCES = [
  'app',
  'components',
  'jobs',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];
const BUILD_DIR = '.next';
const KEPT_BUILDS = 3;

/**
 * The build of the sources as they are, made where it is missing. Each state of the sources has a
 * directory of its own, so that a build never changes pages under a running server.
 *
 * @param {string} root
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>} the build's directory below root, for LIMELIGHT_DIST_DIR
 */
export async function ensureBuild(root, signal) {
  const hash = sourceHash(root);
  const dir = `${BUILD_DIR}-${hash}`;
  if (!isWhole(root, dir)) {
    await withLock(path.join(root, '.data', 'build.lock'), async () => {
      if (!isWhole(root, dir)) await build(root, dir, signal);
    });
  }
  const now = new Date();
  fs.utimesSync(path.join(root, dir), now, now);
  return dir;
}

/** @param {string} root */
export function sourceHash(root) {
  return treeHash(root, SOURCES, {
    ignore: (file) => /\.test\.tsx?$/.test(file) || file === 'lib/db/generated',
    extra: [process.version, process.platform, process.arch],
  });
}

/** @param {string} root @param {string} dir */
function isWhole(root, dir) {
  return fs.existsSync(path.join(root, dir, 'BUILD_ID'));
}

/**
 * @param {string} root
 * @param {string} dir
 * @param {AbortSignal} [signal]
 */
async function build(root, dir, signal) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    LIMELIGHT_DIST_DIR: BUILD_DIR,
  };
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  await step('Building the pages', async () => {
    await runCommand(process.execPath, [next, 'build'], { cwd: root, signal, env });
    await compressBuild(path.join(root, BUILD_DIR, 'static'));
  });
  // Renamed when it is whole: a build that was interrupted is never taken for one.
  fs.rmSync(path.join(root, dir), { recursive: true, force: true });
  fs.renameSync(path.join(root, BUILD_DIR), path.join(root, dir));
  keepCache(root, dir);
  removeOldBuilds(root, dir);
}

/** The compiler's cache goes to the next build. @param {string} root @param {string} dir */
function keepCache(root, dir) {
  const cache = path.join(root, dir, 'cache');
  if (!fs.existsSync(cache)) return;
  fs.mkdirSync(path.join(root, BUILD_DIR), { recursive: true });
  fs.renameSync(cache, path.join(root, BUILD_DIR, 'cache'));
}

/** @param {string} root @param {string} newest */
function removeOldBuilds(root, newest) {
  const builds = fs
    .readdirSync(root)
    .filter((name) => /^\.next-[0-9a-f]{16}$/.test(name) && name !== newest)
    .map((name) => ({ name, usedAtMs: fs.statSync(path.join(root, name)).mtimeMs }))
    .sort((a, b) => b.usedAtMs - a.usedAtMs);
  for (const { name } of builds.slice(KEPT_BUILDS - 1))
    fs.rmSync(path.join(root, name), { recursive: true, force: true });
}
