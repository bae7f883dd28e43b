import { AsyncLocalStorage } from 'node:async_hooks';

/** The one store of lib/log/logScope.ts, which no script can import: whoever comes first makes it. */
const KEY = Symbol.for('limelight.logScope');
const globals = /** @type {Record<symbol, AsyncLocalStorage<{requestId?: string}> | undefined>} */ (
  /** @type {unknown} */ (globalThis)
);

/** @returns {AsyncLocalStorage<{requestId?: string}>} */
export function logScopeStore() {
  globals[KEY] ??= new AsyncLocalStorage();
  return globals[KEY];
}
