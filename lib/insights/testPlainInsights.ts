import { QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { type DayCells, emptyMinOf, openMinOf } from './dayCells';
import type { FoldCity } from './foldCity';

/** Days that all count, and how they are asked about. */
export interface PlainCity {
  days: readonly DayCells[];
  city: FoldCity;
  fromH: number;
  toH: number;
}

/** A station's figures by a plain look at every quarter-hour; null where it was never open. */
export function plainStation({ days, city, fromH, toH }: PlainCity, stationId: string) {
  const station = city.stationIds.indexOf(stationId);
  const rate = city.departuresPerMin[0]!;
  const sum = { openMin: 0, emptyMin: 0, coveredMin: 0, lost: 0, uncoveredLost: 0 };
  let [openDays, emptyDays] = [0, 0];
  for (const day of days) {
    let [open, empty] = [0, 0];
    for (let quarter = fromH * 4; quarter < toH * 4; quarter++) {
      const cell = cellAt(day, stationId, quarter);
      if (cell === null) continue;
      const share = bestShare(day, city, station, quarter);
      open += openMinOf(cell);
      empty += emptyMinOf(cell);
      sum.coveredMin += emptyMinOf(cell) * share;
      sum.lost += emptyMinOf(cell) * rate;
      sum.uncoveredLost += emptyMinOf(cell) * rate * (1 - share);
    }
    sum.openMin += open;
    sum.emptyMin += empty;
    if (open > 0) openDays++;
    if (empty >= 15) emptyDays++;
  }
  return openDays === 0 ? null : { stationId, days: openDays, emptyDays, ...sum };
}

function bestShare(day: DayCells, city: FoldCity, station: number, quarter: number): number {
  const { start, index, share } = city.neighbours;
  const shares = [0];
  for (let walk = start[station]!; walk < start[station + 1]!; walk++) {
    const cell = cellAt(day, city.stationIds[index[walk]!]!, quarter);
    if (cell !== null) {
      shares.push(((openMinOf(cell) - emptyMinOf(cell)) / 15) * share[walk]!);
    }
  }
  return Math.max(...shares);
}

function cellAt(day: DayCells, stationId: string, quarter: number): number | null {
  const row = day.stationIds.indexOf(stationId);
  return row < 0 ? null : day.cells[row * QUARTERS_A_DAY + quarter]!;
}
