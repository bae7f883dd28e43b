import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** What serving does not need: the compiler's cache, its traces, its types. */
const NOT_SERVED = new Set(['cache', 'dev', 'types', 'trace', 'trace-build', 'diagnostics']);
const PROXY_FILES = ['server/middleware', 'server/middleware.js', 'server/middleware.js.map'];

/**
 * A copy of a build in which the proxy is not there at all, so that only the guards of the pages
 * and handlers themselves are left. Nothing in the product can switch the proxy off.
 *
 * @param buildDir below the project's directory
 * @returns the copy's directory, below the project's
 */
export function buildWithoutProxy(buildDir: string): { dir: string; remove(): void } {
  const dir = `.next-unproxied-${process.pid}`;
  const copy = path.join(ROOT, dir);
  const remove = () => rmSync(copy, { recursive: true, force: true });
  remove();
  cpSync(path.join(ROOT, buildDir), copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !NOT_SERVED.has(path.relative(path.join(ROOT, buildDir), file)),
  });
  for (const file of PROXY_FILES) rmSync(path.join(copy, file), { recursive: true, force: true });
  const manifest = path.join(copy, 'server', 'functions-config-manifest.json');
  const config = JSON.parse(readFileSync(manifest, 'utf8')) as {
    functions: Record<string, unknown>;
  };
  if (!('/_middleware' in config.functions))
    throw new Error('the build keeps its proxy elsewhere now: it would not be switched off');
  delete config.functions['/_middleware'];
  writeFileSync(manifest, JSON.stringify(config));
  return { dir, remove };
}
