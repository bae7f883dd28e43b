import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { type DatabaseHandle, openDatabase } from './database';

// Next bundles routes apart; what must exist once a process hangs on the global object.
const globals = globalThis as typeof globalThis & { limelightDatabase?: DatabaseHandle };

/** The web process's one pool, opened at the first call. */
export function webDatabase(): DatabaseHandle {
  globals.limelightDatabase ??= openWebDatabase();
  return globals.limelightDatabase;
}

function openWebDatabase(): DatabaseHandle {
  const { DATABASE_URL, LOG_LEVEL } = env();
  const log = createLog(LOG_LEVEL, 'database');
  return openDatabase(DATABASE_URL, {
    max: 20,
    // Somebody waits for the page; open maps wait for the next frame.
    longestQueryMs: 15_000,
    onIdleError: (error) =>
      log.warn({ err: error }, 'an idle connection broke; the pool opens another'),
  });
}
