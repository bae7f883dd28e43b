/**
 * `npm run bench [-- NAME...]`: runs bench/NAME.ts one after the other, all of them when none is
 * named, on a private Postgres with durable commits (TEST_DATABASE_URL) and a private Redis
 * (TEST_REDIS_URL). They write bench/RESULTS.md themselves.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './launch/install.mjs';
import { ensurePrismaClient } from './launch/prismaClient.mjs';
import { stopRequest } from './launch/stopRequest.mjs';
import { red, say } from './launch/terminal.mjs';

/** Support for the benchmarks, no benchmark by itself. */
const NOT_A_BENCH = ['report'];

const root = path.resolve(import.meta.dirname, '..');
const named = process.argv.slice(2);
const existing = fs
  .readdirSync(path.join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => !NOT_A_BENCH.includes(name));
const unknown = named.filter((name) => !existing.includes(name));
if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(', ')}. There are: ${existing.join(', ')}.`);
  process.exit(1);
}

const { signal, dispose } = stopRequest();
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'limelight-bench-'));
let services;
try {
  await ensureInstalled(root, signal);
  await ensurePrismaClient(root, signal);
  const { startTestServices } = await import('./launch/checks/testServices.mjs');
  const { runTool } = await import('./launch/checks/runTool.mjs');
  services = await startTestServices({ root, dir, durable: true, withS3: false, signal });
  for (const name of named.length > 0 ? named : existing) {
    say(`\n== ${name}`);
    const args = ['--import', 'tsx', '--expose-gc', `bench/${name}.ts`];
    if (!(await runTool(args, { root, env: services.env, signal }))) process.exitCode = 1;
  }
} catch (error) {
  say(red(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
} finally {
  await services?.stop();
  fs.rmSync(dir, { recursive: true, force: true });
  dispose();
}
