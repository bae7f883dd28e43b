import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * A process that can be told apart from a later one with the same number.
 *
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string | null} birth when it began, in the system's own terms; null where unknown
 */

/**
 * @param {number} pid
 * @returns {ProcessIdentity}
 */
export function identify(pid) {
  return { pid, birth: birthOf(pid) };
}

/**
 * Whether that very process still runs.
 *
 * @param {ProcessIdentity} identity
 */
export function isRunning({ pid, birth }) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  const now = birthOf(pid);
  if (now === ZOMBIE) return false;
  return birth === null || now === null || birth === now;
}

const ZOMBIE = 'zombie';

/**
 * @param {number} pid
 * @returns {string | null}
 */
function birthOf(pid) {
  if (process.platform === 'linux') return linuxBirth(pid);
  if (process.platform === 'win32') return null;
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)]);
  return status === 0 ? String(stdout).trim() || null : null;
}

/** @param {number} pid */
function linuxBirth(pid) {
  const fields = linuxStat(pid);
  if (!fields) return null;
  if (fields[0] === 'Z' || fields[0] === 'X') return ZOMBIE;
  const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${fields[19]}`;
}

/**
 * The fields of /proc/PID/stat from the third on: state, parent, ..., starttime in ticks since
 * boot at [19] (man 5 proc). Null where it ended or /proc is not mounted.
 *
 * @param {number} pid
 */
function linuxStat(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, so fields are counted from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/**
 * The command line of a process, its words joined by spaces; null where there is none to read.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function commandLineOf(pid) {
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
    } catch {
      return null; // it ended, and its entry with it
    }
  }
  if (process.platform === 'win32') return null;
  const { status, stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)]);
  return status === 0 ? String(stdout).trim() || null : null;
}

/**
 * @param {number} pid
 * @returns {number | null} null where it cannot be told
 */
export function parentOf(pid) {
  if (process.platform === 'linux') return Number(linuxStat(pid)?.[1]) || null;
  if (process.platform === 'win32') return null;
  const { status, stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)]);
  return status === 0 ? Number(String(stdout)) || null : null;
}
