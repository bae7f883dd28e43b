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
  // Run by npm, this process dies with it: killed hard, npm passes nothing on.
  const parent = process.ppid;
  const watch = process.env.npm_lifecycle_event
    ? setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS)
    : undefined;
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
