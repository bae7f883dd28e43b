/**
 * Ends what a launcher started when the launcher can no longer do so itself: its standard input
 * is a pipe from the launcher, which the system closes however the launcher dies. Run by
 * guardian.mjs; not for people.
 *
 * Each line of input is `{"watch": {pid, birth, signal, late}}` or `{"forget": pid}`.
 */
import readline from 'node:readline';
import { endWards } from './endWards.mjs';

/** @typedef {import('./guardian.mjs').Ward} Ward */

/** @type {Map<number, Ward>} */
const wards = new Map();

// The terminal's Ctrl-C is the launcher's business; this process ends when the pipe does.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {});
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.watch) wards.set(message.watch.pid, message.watch);
  else wards.delete(message.forget);
}
await endWards([...wards.values()]);
