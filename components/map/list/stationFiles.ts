import type { CityView } from '@/lib/pipeline/cityView';
import { type ExportFormat, exportStations } from '@/lib/pipeline/exportStations';
import { tabSeparated } from '@/lib/pipeline/tabSeparated';
import { exportFileName } from './exportFileName';

/** Spreadsheets take a file without it for the machine's own old character set. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Puts stations on the clipboard as a table.
 *
 * @returns false where the browser gives no clipboard away: without https, or when refused
 */
export async function copyStations(view: CityView, indexes: readonly number[]): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(tabSeparated(view, indexes));
    return true;
  } catch {
    return false;
  }
}

/** Has the browser save stations to a file. @returns its name */
export function saveStations(
  view: CityView,
  indexes: readonly number[],
  format: Exclude<ExportFormat, 'json'>,
): string {
  const { body, contentType } = exportStations(view, format, indexes);
  const text = format === 'csv' ? BYTE_ORDER_MARK + body : body;
  const file = exportFileName(view, format);
  const url = URL.createObjectURL(new Blob([text], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // The download holds its own reference once it has begun, in the task after this one.
  setTimeout(() => URL.revokeObjectURL(url));
  return file;
}
