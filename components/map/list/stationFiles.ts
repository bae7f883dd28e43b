import { saveFile } from '@/components/ui/saveFile';
import type { CityView } from '@/lib/pipeline/cityView';
import { type ExportFormat, exportStations } from '@/lib/pipeline/exportStations';
import { tabSeparated } from '@/lib/pipeline/tabSeparated';
import { exportFileName } from './exportFileName';

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
  const file = exportFileName(view, format);
  saveFile(file, body, contentType);
  return file;
}
