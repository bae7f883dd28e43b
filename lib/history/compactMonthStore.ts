import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { monthKey } from '@/lib/archive/archiveKey';
import type { ListedObject, LocalObjects } from '@/lib/archive/localObjectsStore';
import type { ArchivedMonth } from '@/lib/archive/monthStore';
import { type ObjectStore, ObjectStoreError, sha256Hex } from '@/lib/archive/objectStore';
import type { Analysis } from './analysisStore';
import { MONTH_COLUMNS_SQL, parquetSql, writeMonthSql } from './archiveRowsSql';

export interface CompactDeps {
  store: ObjectStore;
  objects: LocalObjects;
  analysis: Analysis;
  /** For the file in the making; an absolute path to an existing directory. */
  tempDir: string;
}

/**
 * Makes one file of a month's hours, sorted by station and time, and stores it once it was read back
 * and says of every row what the hours say.
 *
 * @param hours all that the archive holds of the month, oldest first, at least one
 * @throws ObjectStoreError when the store does not answer, or an hour is not what its ledger lists
 * @throws Error when the file differs from the hours: nothing was stored
 */
export async function compactMonth(
  { store, objects, analysis, tempDir }: CompactDeps,
  systemId: string,
  month: Date,
  hours: readonly (ListedObject & { rows: number })[],
): Promise<ArchivedMonth> {
  const files: string[] = [];
  for (const hour of hours) files.push(await soundFile(store, objects, hour));
  const folder = await mkdtemp(path.join(tempDir, 'month-'));
  try {
    const file = path.join(folder, 'status.parquet');
    await analysis.rows(writeMonthSql(parquetSql(files), file));
    const rows = hours.reduce((sum, hour) => sum + hour.rows, 0);
    await verify(analysis, files, file, rows);
    const bytes = await readFile(file);
    const sha256 = sha256Hex(bytes);
    const key = monthKey(systemId, month, sha256);
    await store.putIfAbsent(key, bytes, { hours: String(hours.length) });
    const hoursSha256 = sha256Hex(Buffer.from(hours.map((hour) => hour.sha256).join('\n')));
    return { month, key, hours: hours.length, hoursSha256, rows, bytes: bytes.length, sha256 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An hour is made part of a month only as the very bytes that were entered. */
async function soundFile(store: ObjectStore, objects: LocalObjects, hour: ListedObject) {
  const file = await objects.fileOf(hour);
  if (sha256Hex(await readFile(file)) === hour.sha256) return file;
  const cause = new Error('it holds other bytes than its ledger lists');
  throw new ObjectStoreError(store.location, `give ${hour.key}`, cause);
}

/** As many rows, none that the hours do not have, and each after the one before. */
async function verify(analysis: Analysis, hours: readonly string[], file: string, rows: number) {
  const [found] = await analysis.rows<{ rows: number; foreign: number; unsorted: number }>(`
SELECT
  (SELECT count(*) FROM ${parquetSql([file])})::DOUBLE AS rows,
  (SELECT count(*) FROM (
     SELECT * FROM ${parquetSql([file])}
     EXCEPT ALL SELECT ${MONTH_COLUMNS_SQL} FROM ${parquetSql(hours)}))::DOUBLE AS "foreign",
  (SELECT count(*) FROM (
     SELECT (station_id, hour_at) <= lag((station_id, hour_at)) OVER () AS is_unsorted
     FROM ${parquetSql([file])}) WHERE is_unsorted)::DOUBLE AS unsorted`);
  if (found?.rows === rows && found.foreign === 0 && found.unsorted === 0) return;
  throw new Error(
    `The month is not what its hours say: ${rows} rows became ${JSON.stringify(found)}`,
  );
}
