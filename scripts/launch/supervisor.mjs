import readline from 'node:readline';
import { openLogFile, readLogLine } from './childLog.mjs';
import { spawnGuarded } from './guardian.mjs';
import { killGroup } from './killGroup.mjs';

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 10_000;
/** After this long a child counts as well again, and the next fall starts from the first delay. */
const WELL_AFTER_MS = 30_000;
const WARN = 40;

/**
 * @typedef {object} ServiceSpec
 * @property {string} name for people and for the log file
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string | undefined>} [env]
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {NodeJS.Signals} [stopSignal] what asks it to end gracefully
 * @property {number} [stopMs] how long it may take to end before it is killed
 * @property {boolean} [late] ends after those that are not late, when the launcher dies
 * @property {'info' | 'warn' | 'error'} [plainLevel] level of output that is not JSON
 */

/**
 * @typedef {object} ServiceEvents
 * @property {(entry: import('./childLog.mjs').LogEntry) => void} [onLog] each line it wrote
 * @property {(how: string, againInMs: number) => void} [onFall] it ended by itself
 */

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {() => number} falls how often it ended by itself
 * @property {() => number | undefined} pid
 * @property {() => string[]} lastWords its latest warnings and errors, else its latest lines
 * @property {() => Promise<void>} stop
 */

/**
 * Seconds between a fall and the next try: doubling, from half a second to ten.
 *
 * @param {number} fallsInARow 1 for the first
 */
export function restartDelayMs(fallsInARow) {
  return Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (fallsInARow - 1));
}

/**
 * Runs a program and, whenever it ends by itself, runs it again with the same arguments (so on
 * the same port), until it is stopped.
 *
 * @param {ServiceSpec} spec
 * @param {string} logDir
 * @param {ServiceEvents} [events]
 * @returns {Service}
 */
export function supervise(spec, logDir, events = {}) {
  const log = openLogFile(logDir, spec.name);
  /** @type {string[]} */
  const recent = [];
  let falls = 0;
  let fallsInARow = 0;
  let stopping = false;
  /** @type {NodeJS.Timeout | undefined} */
  let again;
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  /** @type {Promise<void>} */
  let ended;

  const record = (/** @type {string} */ line, /** @type {'info' | 'warn' | 'error'} */ level) => {
    const entry = readLogLine(line, { name: spec.name, level, nowAt: new Date() });
    log.write(entry.line);
    if (entry.level >= WARN || spec.plainLevel === 'info') recent.push(entry.message);
    if (recent.length > 20) recent.shift();
    events.onLog?.(entry);
  };

  const launch = () => {
    const startedAtMs = performance.now();
    child = spawnGuarded(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      uid: spec.uid,
      gid: spec.gid,
      stopSignal: spec.stopSignal,
      late: spec.late,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const [stream, level] of /** @type {const} */ ([
      [child.stdout, 'info'],
      [child.stderr, spec.plainLevel ?? 'warn'],
    ])) {
      if (!stream) continue;
      readline.createInterface({ input: stream }).on('line', (line) => {
        if (line.trim() !== '') record(line, level);
      });
    }
    child.once('error', (error) => record(error.message, 'error'));
    ended = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        resolve();
        if (!stopping) fall(signal ?? `code ${code}`, performance.now() - startedAtMs);
      });
    });
  };

  const fall = (/** @type {string} */ how, /** @type {number} */ livedMs) => {
    falls += 1;
    fallsInARow = livedMs > WELL_AFTER_MS ? 1 : fallsInARow + 1;
    const delayMs = restartDelayMs(fallsInARow);
    const fell = `${spec.name} ended by itself (${how}), again in ${delayMs} ms`;
    log.write(readLogLine(fell, { name: spec.name, level: 'error', nowAt: new Date() }).line);
    events.onFall?.(how, delayMs);
    again = setTimeout(launch, delayMs);
  };

  launch();
  return {
    name: spec.name,
    falls: () => falls,
    pid: () => child.pid,
    lastWords: () => [...recent],
    async stop() {
      stopping = true;
      clearTimeout(again);
      await endGracefully(child, ended, spec);
      log.close();
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<void>} ended
 * @param {ServiceSpec} spec
 */
async function endGracefully(child, ended, { stopSignal = 'SIGTERM', stopMs = 10_000 }) {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    process.kill(child.pid, stopSignal);
  }
  const kill = setTimeout(() => killGroup(child.pid, 'SIGKILL'), stopMs);
  await ended;
  clearTimeout(kill);
}
