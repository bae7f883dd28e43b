/**
 * `npm run job -- NAME [JSON payload]`: runs one job now, with the environment of the `npm start`
 * that serves the data directory (--data DIR or DATA_DIR, else .data), else with the shell's own.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' } },
});
const root = path.resolve(import.meta.dirname, '..');
const runFile = path.resolve(values.data ?? (process.env.DATA_DIR || '.data'), 'run.json');
const running = fs.existsSync(runFile) ? JSON.parse(fs.readFileSync(runFile, 'utf8')) : null;
if (!running && !process.env.DATABASE_URL) {
  console.error(`Nothing runs on ${path.dirname(runFile)}: npm start first, or set DATABASE_URL.`);
  process.exit(1);
}
// The running installation wins over the shell: a job must not land in another database.
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'jobs/runNow.ts', ...positionals],
  {
    cwd: root,
    env: { ...process.env, ...running?.env },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
