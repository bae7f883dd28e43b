import type { Reports } from './reports';

/** The instants at which reports become visible, and the order of the rows by them. */
export interface PlayOrder {
  order: Uint32Array;
  atS: Uint32Array;
}

/** Rows fit beside the seconds of 17 years in the 53 bits of a double. */
const ROW_RANGE = 2 ** 24;

/**
 * Sorts rows by the station's own report time or by when the recorder first saw them; rows of one
 * second stay in report order.
 *
 * @throws Error for more than 16.7 million rows
 */
export function playOrder(reports: Reports, by: 'reported' | 'fetched'): PlayOrder {
  const { rows } = reports;
  if (rows > ROW_RANGE) throw new Error(`${rows} rows are more than the ${ROW_RANGE} supported`);
  const byReport = sortRows(
    reports.reportedS,
    rows,
    Uint32Array.from({ length: rows }, (_, i) => i),
  );
  if (by === 'reported') return { order: byReport, atS: reports.reportedS };
  return { order: sortRows(reports.fetchedS, rows, byReport), atS: reports.fetchedS };
}

/** Sorts `order` by time, stably: sorting numbers natively is far faster than with a comparator. */
function sortRows(timesS: Uint32Array, rows: number, order: Uint32Array): Uint32Array {
  let sorted = true;
  let minS = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows; i += 1) {
    const timeS = timesS[order[i]!]!;
    minS = Math.min(minS, timeS);
    if (i > 0 && timeS < timesS[order[i - 1]!]!) sorted = false;
  }
  if (sorted) return order;
  const keys = Float64Array.from(order, (row, i) => (timesS[row]! - minS) * ROW_RANGE + i).sort();
  return Uint32Array.from(keys, (key) => order[key % ROW_RANGE]!);
}
