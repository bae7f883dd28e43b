import { QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { emptyMinOf, openMinOf, QUARTER_MIN } from './dayCells';
import type { Walks } from './foldCity';

/** What of a station's empty time its neighbours made up for. */
export interface DayCover {
  /** Empty minutes, each weighed by the share of riders that the best neighbour served. */
  coveredMin: number;
  /** Expected lost rentals that no neighbour served. */
  uncoveredLost: number;
}

/**
 * How far the neighbours covered a station's empty quarters of one day. A neighbour serves
 * P(bike there) × exp(−0.00194 d) of the riders, P being the part of the quarter-hour in which it
 * was open and had a bike; of several neighbours the best one counts (DOMAIN.md, measure 6).
 *
 * @param rowOf the row of each station in `cells`; -1: the day does not know it
 * @param rateAt as in readStationHours
 * @param from first quarter-hour that counts
 * @param to the quarter-hour after the last one
 */
export function coverOfDay(
  cells: Uint8Array,
  rowOf: Int32Array,
  walks: Walks,
  station: number,
  rates: { departuresPerMin: Float32Array; rateAt: number },
  { from, to }: { from: number; to: number },
  out: DayCover,
): void {
  const cellAt = rowOf[station]! * QUARTERS_A_DAY;
  const first = walks.start[station]!;
  const end = walks.start[station + 1]!;
  out.coveredMin = 0;
  out.uncoveredLost = 0;
  for (let quarter = from; quarter < to; quarter++) {
    const emptyMin = emptyMinOf(cells[cellAt + quarter]!);
    if (emptyMin === 0) continue;
    let best = 0;
    for (let walk = first; walk < end; walk++) {
      const row = rowOf[walks.index[walk]!]!;
      if (row < 0) continue;
      const cell = cells[row * QUARTERS_A_DAY + quarter]!;
      const share = ((openMinOf(cell) - emptyMinOf(cell)) / QUARTER_MIN) * walks.share[walk]!;
      if (share > best) best = share;
    }
    out.coveredMin += emptyMin * best;
    const rate = rates.departuresPerMin[rates.rateAt + quarter]!;
    if (!Number.isNaN(rate)) out.uncoveredLost += rate * emptyMin * (1 - best);
  }
}
