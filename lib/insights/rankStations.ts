import type { Ranking } from './insightFilter';
import type { StationRow } from './insightRows';

/** Between the smallest loss there is and none: what a loss that nobody can estimate stands for. */
const UNKNOWN_LOSS = Number.MIN_VALUE;

/** What a row is measured by. */
const MEASURE: Readonly<Record<Ranking, (row: StationRow) => number>> = {
  uncovered: (row) => row.uncoveredADay ?? UNKNOWN_LOSS,
  lost: (row) => row.lostADay ?? UNKNOWN_LOSS,
  share: (row) => row.emptyShare,
  days: (row) => row.emptyDays / row.days,
  change: (row) => row.weekChange ?? Number.NEGATIVE_INFINITY,
};

/**
 * Stations, worst first. Of the same measure the one that is empty the longer comes first, then by
 * name and id: a total order, however the rows came in. A station that is empty and whose loss is
 * unknown comes before those that lose nothing, a change that is unknown after all others.
 */
export function rankStations(rows: readonly StationRow[], by: Ranking): StationRow[] {
  const measure = MEASURE[by];
  return [...rows].sort(
    (a, b) =>
      compare(measure(b), measure(a)) ||
      b.emptyShare - a.emptyShare ||
      compare(a.name, b.name) ||
      compare(a.stationId, b.stationId),
  );
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
