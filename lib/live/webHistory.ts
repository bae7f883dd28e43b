import path from 'node:path';
import { openArchive } from '@/lib/archive/openArchiveStore';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import type { HistoryReader } from '@/lib/history/historyReader';

// Next bundles routes apart; what must exist once a process hangs on the global object.
const globals = globalThis as typeof globalThis & { limelightHistory?: HistoryReader };

/** The web process's one reader of the past, made at the first call. */
export function webHistory(): HistoryReader {
  globals.limelightHistory ??= openWebHistory();
  return globals.limelightHistory;
}

function openWebHistory(): HistoryReader {
  const configuration = env();
  return createHistoryReader({
    pool: webDatabase().pool,
    store: openArchive(configuration),
    cacheDir: path.resolve(configuration.DATA_DIR, 'cache'),
    systemId: configuration.SYSTEM_ID,
    clock: () => new Date(),
  });
}
