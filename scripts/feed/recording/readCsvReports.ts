import {
  type ColumnMap,
  mapColumns,
  REPORT_FIELDS,
  type ReportField,
} from '@/lib/history/reportColumns';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import { readLineBatches, splitCsvLine } from './csvLines';
import { CodeIndex, emptyReports, type Reports, UNSAID, withRoom } from './reports';
import { parseUtcS } from './utcText';

/**
 * Reads a recorded series from CSV, plain or gzipped. Rows without a time or a bike count are left
 * out.
 *
 * @throws Error when the file is empty or lacks a needed column
 */
export async function readCsvReports(path: string, given: ColumnMap): Promise<Reports> {
  const codes = new CodeIndex();
  let reports = emptyReports(1 << 16);
  let at: Record<ReportField, number> | undefined;
  for await (const lines of readLineBatches(path)) {
    let first = 0;
    if (!at) {
      at = columnPositions(splitCsvLine(lines[0] ?? ''), given);
      first = 1;
    }
    const needed = reports.rows + lines.length;
    if (needed > reports.station.length) {
      reports = withRoom(reports, Math.max(needed, reports.station.length * 2));
    }
    for (let i = first; i < lines.length; i += 1) {
      appendReport(reports, splitCsvLine(lines[i]!), at, codes);
    }
  }
  if (!at) throw new Error(`${path} is empty`);
  reports.codes = codes.codes;
  return reports;
}

function columnPositions(header: string[], given: ColumnMap): Record<ReportField, number> {
  const map = mapColumns(header, given);
  const positions = {} as Record<ReportField, number>;
  for (const field of REPORT_FIELDS) {
    const name = map[field];
    positions[field] = name === undefined ? -1 : header.indexOf(name);
  }
  return positions;
}

function appendReport(
  reports: Reports,
  cells: string[],
  at: Record<ReportField, number>,
  codes: CodeIndex,
): void {
  const code = cells[at.station];
  const bikes = smallNumber(cells[at.bikes]);
  const fetchedS = parseUtcS(cells[at.fetched < 0 ? at.at : at.fetched] ?? '');
  const reportedS = at.reported < 0 ? fetchedS : parseUtcS(cells[at.reported] ?? '');
  if (!code || bikes === UNSAID || Number.isNaN(reportedS)) return;
  const row = reports.rows;
  reports.station[row] = codes.indexOf(code);
  reports.reportedS[row] = reportedS;
  reports.fetchedS[row] = Number.isNaN(fetchedS) ? reportedS : fetchedS;
  reports.bikes[row] = bikes;
  reports.mechanical[row] = smallNumber(cells[at.mechanical]);
  reports.ebike[row] = smallNumber(cells[at.ebike]);
  reports.docks[row] = smallNumber(cells[at.docks]);
  reports.capacity[row] = smallNumber(cells[at.capacity]);
  reports.flags[row] =
    flag(cells[at.installed], FLAG_INSTALLED) |
    flag(cells[at.renting], FLAG_RENTING) |
    flag(cells[at.returning], FLAG_RETURNING);
  reports.rows += 1;
}

function smallNumber(text: string | undefined): number {
  if (text === undefined || text === '') return UNSAID;
  const value = Math.trunc(Number(text));
  return value >= 0 && value <= 32_767 ? value : UNSAID;
}

/** An unsaid flag counts as set: a recorder that left it out watched working stations. */
function flag(text: string | undefined, bit: number): number {
  return text === '0' || text === 'false' || text === 'False' ? 0 : bit;
}
