import type { CityView } from './cityView';
import { inertText } from './inertText';
import { stationRecords } from './stationRecord';

/**
 * Some stations as a table to paste into a spreadsheet: a line of field names, then one a station,
 * worst first; nothing for no stations. The fields are those of /api/v1/stations.
 */
export function tabSeparated(view: CityView, indexes: readonly number[]): string {
  const records = stationRecords(view, indexes);
  const [first] = records;
  if (!first) return '';
  const lines = [Object.keys(first), ...records.map((record) => Object.values(record).map(cell))];
  return lines.map((cells) => cells.join('\t')).join('\n');
}

/** The format knows no quotes: what would break a cell is a space in it. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  return typeof value === 'string' ? inertText(value.replace(/[\t\r\n]+/g, ' ')) : String(value);
}
