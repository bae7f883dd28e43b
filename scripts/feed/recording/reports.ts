import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';

/** Stands for "the file does not say" in every column of small numbers. */
export const UNSAID = -32_768;

/**
 * A recorded series in columns: row r of every array is the same report. 22 bytes a row, so that
 * millions of reports fit where as many objects would not.
 */
export interface Reports {
  rows: number;
  /** The distinct station codes; `station` holds indices into it. */
  codes: string[];
  station: Uint32Array;
  /** Epoch seconds of the station's own report. */
  reportedS: Uint32Array;
  /** Epoch seconds at which the recorder first saw the report. */
  fetchedS: Uint32Array;
  bikes: Int16Array;
  mechanical: Int16Array;
  ebike: Int16Array;
  docks: Int16Array;
  capacity: Int16Array;
  /** Sum of FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING. */
  flags: Uint8Array;
}

export const ALL_FLAGS = FLAG_INSTALLED | FLAG_RENTING | FLAG_RETURNING;

export function emptyReports(capacity: number): Reports {
  return {
    rows: 0,
    codes: [],
    station: new Uint32Array(capacity),
    reportedS: new Uint32Array(capacity),
    fetchedS: new Uint32Array(capacity),
    bikes: new Int16Array(capacity),
    mechanical: new Int16Array(capacity).fill(UNSAID),
    ebike: new Int16Array(capacity).fill(UNSAID),
    docks: new Int16Array(capacity).fill(UNSAID),
    capacity: new Int16Array(capacity).fill(UNSAID),
    flags: new Uint8Array(capacity).fill(ALL_FLAGS),
  };
}

/** The same rows in arrays with room for `capacity`. */
export function withRoom(reports: Reports, capacity: number): Reports {
  const wider = emptyReports(capacity);
  wider.rows = reports.rows;
  wider.codes = reports.codes;
  const rows = reports.rows;
  wider.station.set(reports.station.subarray(0, rows));
  wider.reportedS.set(reports.reportedS.subarray(0, rows));
  wider.fetchedS.set(reports.fetchedS.subarray(0, rows));
  wider.bikes.set(reports.bikes.subarray(0, rows));
  wider.mechanical.set(reports.mechanical.subarray(0, rows));
  wider.ebike.set(reports.ebike.subarray(0, rows));
  wider.docks.set(reports.docks.subarray(0, rows));
  wider.capacity.set(reports.capacity.subarray(0, rows));
  wider.flags.set(reports.flags.subarray(0, rows));
  return wider;
}

/** Gives each distinct station code a small number, in order of first appearance. */
export class CodeIndex {
  readonly codes: string[] = [];
  private readonly indexByCode = new Map<string, number>();

  indexOf(code: string): number {
    const known = this.indexByCode.get(code);
    if (known !== undefined) return known;
    const index = this.codes.push(code) - 1;
    this.indexByCode.set(code, index);
    return index;
  }
}
