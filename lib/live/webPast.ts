import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { createPastLoader, type PastLoader } from '@/lib/pipeline/loadPast';
import { webCity } from './webCity';
import { webHistory } from './webHistory';

// Next bundles routes apart; what must exist once a process hangs on the global object.
const globals = globalThis as typeof globalThis & { limelightPast?: PastLoader };

/** The web process's one reader of the judged past, made at the first call. */
export function webPast(): PastLoader {
  globals.limelightPast ??= createPastLoader({
    db: webDatabase().pool,
    systemId: env().SYSTEM_ID,
    reader: webHistory(),
    loadCity: webCity().loader.load,
  });
  return globals.limelightPast;
}
