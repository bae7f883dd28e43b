import { commandLineOf, identify, isRunning, parentOf } from './processIdentity.mjs';

const PARENT_CHECK_MS = 1_000;

/**
 * Turns whatever asks this process to end (Ctrl-C, SIGTERM, a closed terminal, npm killed under
 * it) into one signal. Asking twice changes nothing: npm passes Ctrl-C on a second time.
 */
export function stopRequest() {
  const controller = new AbortController();
  const stop = () => controller.abort(new Error('asked to stop'));
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, stop);
  const npm = npmAbove();
  const watch = npm && setInterval(() => !isRunning(npm) && stop(), PARENT_CHECK_MS);
  return {
    signal: controller.signal,
    /** Settles when it is time to stop. */
    requested: new Promise((resolve) => {
      controller.signal.addEventListener('abort', resolve, { once: true });
    }),
    dispose() {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, stop);
    },
  };
}

/**
 * The npm that runs this process, directly or through a shell: killed hard, it passes nothing on,
 * and would leave this one behind.
 */
function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return [parent, parentOf(parent)]
    .filter((pid) => pid !== null)
    .filter((pid) => /\bnpm\b/.test(commandLineOf(pid) ?? ''))
    .map(identify)[0];
}
