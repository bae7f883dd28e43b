import type { Ranking } from './insightFilter';
import type { StationRow } from './insightRows';

/** What a row is measured by; null stands after everything that is known. */
const MEASURE: Readonly<Record<Ranking, (row: StationRow) => number | null>> = {
  uncovered: (row) => row.uncoveredADay,
  lost: (row) => row.lostADay,
  share: (row) => row.emptyShare,
  days: (row) => row.emptyDays / row.days,
  change: (row) => row.weekChange,
};

/**
 * Stations, worst first. Of the same measure, and of those it is unknown for, the one that is
 * empty the longer comes first, then by name and id: a total order, however the rows came in.
 */
export function rankStations(rows: readonly StationRow[], by: Ranking): StationRow[] {
  const measure = MEASURE[by];
  return [...rows].sort(
    (a, b) =>
      compareKnown(measure(b), measure(a)) ||
      b.emptyShare - a.emptyShare ||
      compareText(a.name, b.name) ||
      compareText(a.stationId, b.stationId),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareKnown(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a - b;
}
