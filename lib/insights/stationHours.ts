import { emptyMinOf, openMinOf } from './dayCells';

export const HOURS_A_DAY = 24;
export const QUARTERS_AN_HOUR = 4;

/** A station's day by the hour; made once and filled anew for each station. */
export interface StationHours {
  openMin: Float64Array;
  emptyMin: Float64Array;
  /** Expected lost rentals; 0 where there is no rate. */
  lost: Float64Array;
  /** Of emptyMin, minutes of quarters with a rate: what `lost` speaks of. */
  ratedMin: Float64Array;
}

export function createStationHours(): StationHours {
  const hours = () => new Float64Array(HOURS_A_DAY);
  return { openMin: hours(), emptyMin: hours(), lost: hours(), ratedMin: hours() };
}

/** Adds a station's hours to those of many. */
export function addHours(sum: StationHours, hours: StationHours): void {
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    sum.openMin[hour]! += hours.openMin[hour]!;
    sum.emptyMin[hour]! += hours.emptyMin[hour]!;
    sum.lost[hour]! += hours.lost[hour]!;
  }
}

/**
 * Reads one station's day into `out`. Expected lost rentals of a quarter-hour are its rate times
 * its empty minutes: riders come as they do when there are bikes (DOMAIN.md, measures 4 and 5).
 *
 * @param cellAt where the station's day begins in `cells`
 * @param rateAt where its rates for the kind of day begin in `departuresPerMin`; NaN: unknown
 */
export function readStationHours(
  cells: Uint8Array,
  cellAt: number,
  departuresPerMin: Float32Array,
  rateAt: number,
  out: StationHours,
): void {
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    let openMin = 0;
    let emptyMin = 0;
    let lost = 0;
    let ratedMin = 0;
    for (let i = 0; i < QUARTERS_AN_HOUR; i++) {
      const quarter = hour * QUARTERS_AN_HOUR + i;
      const cell = cells[cellAt + quarter]!;
      openMin += openMinOf(cell);
      const empty = emptyMinOf(cell);
      if (empty === 0) continue;
      emptyMin += empty;
      const rate = departuresPerMin[rateAt + quarter]!;
      if (Number.isNaN(rate)) continue;
      lost += rate * empty;
      ratedMin += empty;
    }
    out.openMin[hour] = openMin;
    out.emptyMin[hour] = emptyMin;
    out.lost[hour] = lost;
    out.ratedMin[hour] = ratedMin;
  }
}
