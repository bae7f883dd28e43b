import { setTimeout as delay } from 'node:timers/promises';
import { killGroup } from './killGroup.mjs';
import { isRunning } from './processIdentity.mjs';

const GRACE_MS = 8_000;

/** @typedef {import('./guardian.mjs').Ward} Ward */

/**
 * Ends processes and all they started, as each wishes to be asked, and after eight seconds by
 * force. The late ones (database, queue) follow when the others have gone.
 *
 * @param {Ward[]} wards
 */
export async function endWards(wards) {
  await endTogether(wards.filter((ward) => !ward.late));
  await endTogether(wards.filter((ward) => ward.late));
}

/** @param {Ward[]} wards */
async function endTogether(wards) {
  for (const ward of wards) if (isRunning(ward)) killGroup(ward.pid, ward.signal);
  const deadlineMs = Date.now() + GRACE_MS;
  while (wards.some(isRunning) && Date.now() < deadlineMs) await delay(100);
  for (const ward of wards) if (isRunning(ward)) killGroup(ward.pid, 'SIGKILL');
}
