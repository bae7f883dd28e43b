import { AsyncLocalStorage } from 'node:async_hooks';

/** Names what is being done, on every log line that is written meanwhile. */
export interface LogScope {
  /** One request of a browser or program, as answered in X-Request-Id. */
  requestId?: string;
  job?: string;
  /** The queue's id; "now" and the like where no queue was asked. */
  jobId?: string;
  /** One attempt at a job. */
  runId?: string;
}

// Next bundles routes apart and scripts/web.mjs is no part of any bundle: all must meet in one.
const KEY = Symbol.for('limelight.logScope');
const globals = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<LogScope> };
globals[KEY] ??= new AsyncLocalStorage<LogScope>();
const storage = globals[KEY];

/** What is being done here, as log lines name it; undefined outside of everything. */
export function logScope(): LogScope | undefined {
  return storage.getStore();
}

/** Runs something whose log lines, however deep, carry these names beside those around it. */
export function withLogScope<T>(scope: LogScope, run: () => T): T {
  return storage.run({ ...storage.getStore(), ...scope }, run);
}
