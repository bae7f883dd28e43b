import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identify, isRunning } from './processIdentity.mjs';

/**
 * Who holds a lock, as its file says.
 *
 * @typedef {import('./processIdentity.mjs').ProcessIdentity & { since: string, url?: string }} LockHolder
 */

/**
 * @typedef {object} Lock
 * @property {(url: string) => void} announce tells others where the holder can be reached
 * @property {() => void} release
 */

/**
 * Takes a lock that ends with its process: a file left by one that no longer runs is put aside.
 *
 * @param {string} file
 * @returns {{ lock: Lock, holder: null } | { lock: null, holder: LockHolder }}
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  /** @type {LockHolder} */
  const mine = { ...identify(process.pid), since: new Date().toISOString() };
  for (;;) {
    if (createWhole(file, mine)) return { lock: heldLock(file, mine), holder: null };
    const holder = readHolder(file);
    if (holder === undefined) continue; // released between the two calls
    if (holder && isRunning(holder)) return { lock: null, holder };
    putAside(file, holder);
  }
}

/**
 * Like {@link takeLock}, but waits for a holder to let go.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  for (;;) {
    const { lock } = takeLock(file);
    if (!lock) {
      await delay(200);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
}

/**
 * @param {string} file
 * @param {LockHolder} mine
 * @returns {Lock}
 */
function heldLock(file, mine) {
  return {
    announce(url) {
      const temporary = `${file}.${process.pid}`;
      fs.writeFileSync(temporary, JSON.stringify({ ...mine, url }), { mode: 0o600 });
      fs.renameSync(temporary, file);
    },
    release() {
      if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
    },
  };
}

/**
 * Creates the file with all its content at once: linking fails where the name is taken.
 *
 * @param {string} file
 * @param {LockHolder} holder
 */
function createWhole(file, holder) {
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, JSON.stringify(holder), { mode: 0o600 });
  try {
    fs.linkSync(temporary, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {LockHolder | null | undefined} null: unreadable; undefined: no such file
 */
function readHolder(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    return code === 'ENOENT' ? undefined : null;
  }
}

/**
 * Moves a dead holder's file away. Another process may have done so and taken the lock since;
 * then what was moved is not what was read, and goes back.
 *
 * @param {string} file
 * @param {LockHolder | null} dead
 */
function putAside(file, dead) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved && isRunning(moved) && JSON.stringify(moved) !== JSON.stringify(dead)) {
    fs.linkSync(aside, file);
  }
  fs.rmSync(aside, { force: true });
}
