import { createHash } from 'node:crypto';
import type { ImportedFile } from './importStore';
import type { TimeBasis } from './readReportsSql';
import type { ColumnMap } from './reportColumns';

const ID_LENGTH = 16;

/**
 * The name of an import: the same for the same contents read in the same way, whatever the files
 * are called and in whichever order they come.
 */
export function importIdOf(
  files: readonly ImportedFile[],
  reading: { columns: ColumnMap; basis: TimeBasis | null },
): string {
  const contents = files.map(({ sha256 }) => sha256).sort();
  const columns = Object.entries(reading.columns).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([contents, columns, reading.basis]);
  return createHash('sha256').update(text).digest('hex').slice(0, ID_LENGTH);
}
