import fs from 'node:fs';
import path from 'node:path';
import { endWards } from './endWards.mjs';
import { watchChildren, watchedProcesses } from './guardian.mjs';
import { isRunning } from './processIdentity.mjs';
import { writePrivateJson } from './secrets.mjs';

/** @typedef {import('./guardian.mjs').Ward} Ward */

/**
 * Keeps a list of this launcher's children in the data directory, for {@link endLeftovers}.
 *
 * @param {string} dataDir
 * @returns {() => void} stops it: the directory may be removed before this process ends
 */
export function recordChildren(dataDir) {
  watchChildren(() => writePrivateJson(listFile(dataDir), watchedProcesses()));
  return () => watchChildren(() => {});
}

/**
 * Ends what an earlier launcher left running: it and its guard were both killed. The caller holds
 * the data directory's lock.
 *
 * @param {string} dataDir
 * @returns {Promise<number>} how many there were
 */
export async function endLeftovers(dataDir) {
  const file = listFile(dataDir);
  /** @type {Ward[]} */
  const recorded = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [];
  // Without a time of birth a number may by now be somebody else's.
  const running = recorded.filter((ward) => ward.birth !== null && isRunning(ward));
  await endWards(running);
  fs.rmSync(file, { force: true });
  return running.length;
}

/** @param {string} dataDir */
function listFile(dataDir) {
  return path.join(dataDir, 'children.json');
}
