import { QUARTERS_A_DAY } from './daySummary';

/**
 * What was counted of many stations on one kind of day: the quarter q of station i is entry
 * `i * QUARTERS_A_DAY + q`.
 */
export interface RateCells {
  /** Trips. */
  trips: Float64Array;
  /** Minutes in which a trip could have been. */
  exposureMin: Float64Array;
}

export function emptyCells(stations: number): RateCells {
  return {
    trips: new Float64Array(stations * QUARTERS_A_DAY),
    exposureMin: new Float64Array(stations * QUARTERS_A_DAY),
  };
}
