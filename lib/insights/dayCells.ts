/** Minutes of a quarter-hour: as much as half a byte holds. */
export const QUARTER_MIN = 15;

/**
 * One local day of a whole city, small enough that a year of them is read at once: a byte for each
 * station and quarter-hour. The quarter q of station i is `cells[i * QUARTERS_A_DAY + q]`.
 */
export interface DayCells {
  /** The local date, YYYY-MM-DD. */
  date: string;
  stationIds: readonly string[];
  cells: Uint8Array;
}

/**
 * A quarter-hour of one station in a byte. The hour that the clock shows twice in autumn has
 * quarters of 30 minutes: they count once, with their share of empty minutes.
 *
 * @param openMin minutes installed, renting and observed, 0 or more
 * @param emptyMin of these, minutes without a bike, 0..openMin
 */
export function cellOf(openMin: number, emptyMin: number): number {
  if (openMin <= QUARTER_MIN) return (openMin << 4) | emptyMin;
  return (QUARTER_MIN << 4) | Math.round((emptyMin * QUARTER_MIN) / openMin);
}

/** Minutes of a cell in which the station was open and observed, 0..15. */
export function openMinOf(cell: number): number {
  return cell >> 4;
}

/** Minutes of a cell in which it was open and had no bike, 0..15. */
export function emptyMinOf(cell: number): number {
  return cell & 15;
}
