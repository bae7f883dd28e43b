import fs from 'node:fs';
import path from 'node:path';

/**
 * The environment for a command that works on an installation: that of the `npm start` which serves
 * the data directory, else the shell's own.
 *
 * @param {string | undefined} dataDir as given; undefined: DATA_DIR, else .data
 * @returns {NodeJS.ProcessEnv}
 * @throws when nothing runs there and the shell names no database
 */
export function runningEnv(dataDir) {
  const runFile = path.resolve(dataDir ?? (process.env.DATA_DIR || '.data'), 'run.json');
  const running = fs.existsSync(runFile) ? JSON.parse(fs.readFileSync(runFile, 'utf8')) : null;
  if (!running && !process.env.DATABASE_URL)
    throw new Error(
      `Nothing runs on ${path.dirname(runFile)}: npm start first, or set DATABASE_URL.`,
    );
  // The running installation wins over the shell: nothing must land in another database.
  return { ...process.env, ...running?.env };
}
