import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { identify } from './processIdentity.mjs';

/**
 * A process to end should this one die.
 *
 * @typedef {import('./processIdentity.mjs').ProcessIdentity & { signal: NodeJS.Signals, late: boolean }} Ward
 */

const guardScript = fileURLToPath(new URL('guard.mjs', import.meta.url));

/** @type {Map<number, Ward>} */
const wards = new Map();
/** @type {import('node:child_process').ChildProcess | undefined} */
let guard;
let onChange = () => {};

/**
 * Starts a process in a group of its own (so that the terminal's Ctrl-C does not reach it before
 * its turn) which is ended even when this process is killed and cannot end it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Omit<import('node:child_process').SpawnOptions, 'env'> & { env?: Record<string, string | undefined>, stopSignal?: NodeJS.Signals, late?: boolean }} options
 *   stopSignal: what asks it to end; late: only after everything that is not late
 */
export function spawnGuarded(command, args, { stopSignal = 'SIGTERM', late = false, ...options }) {
  const detached = process.platform !== 'win32';
  const child = spawn(
    command,
    args,
    /** @type {import('node:child_process').SpawnOptions} */ ({
      ...options,
      detached,
    }),
  );
  const { pid } = child;
  if (pid !== undefined) {
    watch({ ...identify(pid), signal: stopSignal, late });
    child.once('exit', () => forget(pid));
  }
  return child;
}

/** What is watched now: for the next start, should guard and launcher both be killed. */
export function watchedProcesses() {
  return [...wards.values()];
}

/**
 * Calls the listener whenever a process is added to the watched or leaves them.
 *
 * @param {() => void} listener
 */
export function watchChildren(listener) {
  onChange = listener;
}

/** @param {Ward} ward */
function watch(ward) {
  wards.set(ward.pid, ward);
  onChange();
  if (guard) tell({ watch: ward });
  else startGuard();
}

/** @param {number} pid */
function forget(pid) {
  wards.delete(pid);
  onChange();
  if (wards.size > 0) return tell({ forget: pid });
  // Nothing left to watch: the guard ends with its pipe and does not outlive the last child.
  guard?.stdin?.end();
  guard = undefined;
}

function startGuard() {
  const started = spawn(process.execPath, [guardScript], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  guard = started;
  started.unref();
  // A guard that dies while it is needed is replaced; a broken pipe is how it shows first.
  started.stdin.on('error', () => {});
  started.once('exit', () => {
    if (guard !== started) return;
    guard = undefined;
    if (wards.size > 0) startGuard();
  });
  for (const ward of wards.values()) tell({ watch: ward });
}

/** @param {object} message */
function tell(message) {
  guard?.stdin?.write(`${JSON.stringify(message)}\n`);
}
