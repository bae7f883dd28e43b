/** Compacts the one month that is due, as the job does. Arguments: database URL, folder. */
import path from 'node:path';
import { openFileStore } from '@/lib/archive/fileStore';
import { createLocalObjects } from '@/lib/archive/localObjectsStore';
import { openDatabase } from '@/lib/db/database';
import { openAnalysis } from '@/lib/history/analysisStore';
import { compactArchive } from '@/lib/pipeline/compactArchive';
import { peakMemoryMb } from '../report';
import { NOW_AT, SYSTEM_ID } from './historyYear';

export interface Compacted {
  rows: number;
  bytes: number;
  ms: number;
  peakMb: number;
}

const [url = '', folder = ''] = process.argv.slice(2);
const database = openDatabase(url, { onIdleError: () => {} });
const store = openFileStore(path.join(folder, 'archive'));
const cacheDir = path.join(folder, 'cache');
const analysis = openAnalysis({ tempDir: path.join(folder, 'tmp'), memoryMb: 512, threads: 1 });
const startedAt = performance.now();
const made = await compactArchive({
  ...{ db: database.pool, store, systemId: SYSTEM_ID, nowAt: NOW_AT, analysis, tempDir: cacheDir },
  objects: createLocalObjects(store, { cacheDir, maxBytes: 2 ** 30, clock: () => NOW_AT }),
});
const ms = performance.now() - startedAt;
if (made.length !== 1) throw new Error(`${made.length} months were due, not one`);
const { rows, bytes } = made[0]!;
console.log(JSON.stringify({ rows, bytes, ms, peakMb: peakMemoryMb() } satisfies Compacted));
await analysis.close();
await database.close();
