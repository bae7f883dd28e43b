/**
 * `npm run job -- NAME [JSON payload]`: runs one job now, with the environment of the `npm start`
 * that serves the data directory (--data DIR or DATA_DIR, else .data), else with the shell's own.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runningEnv } from './launch/runningEnv.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' } },
});
try {
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'jobs/runNow.ts', ...positionals],
    {
      cwd: path.resolve(import.meta.dirname, '..'),
      env: runningEnv(values.data),
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
