/**
 * `npm run history:import -- FILE...` and `npm run history:export -- ...`: with the environment of
 * the `npm start` that serves the data directory (--data DIR or DATA_DIR, else .data), else with the
 * shell's own.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { runningEnv } from './launch/runningEnv.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [command, ...given] = process.argv.slice(2);
const { dataDir, args } = withoutDataOption(given);

try {
  const env = args.includes('--help') ? process.env : runningEnv(dataDir);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(root, `scripts/history/${command}Main.ts`), ...args],
    // Files are named from where the person stands, npm has gone to the project's root.
    {
      cwd: root,
      env: { ...env, CALLED_FROM: process.env.INIT_CWD ?? process.cwd() },
      stdio: 'inherit',
    },
  );
  // The child gets Ctrl-C from the terminal itself; a plain kill of this process is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {string[]} argv */
function withoutDataOption(argv) {
  const at = argv.findIndex((arg) => arg === '--data' || arg.startsWith('--data='));
  if (at < 0) return { dataDir: undefined, args: argv };
  const joined = argv[at]?.startsWith('--data=');
  const found = joined ? argv[at]?.slice('--data='.length) : argv[at + 1];
  return { dataDir: found, args: argv.toSpliced(at, joined ? 1 : 2) };
}
