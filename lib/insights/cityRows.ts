import type { DistrictGroups } from './districtGroups';
import type { Sum } from './foldTotals';
import type { CityRow, DistrictRow, HourRow, StationRow, WeekRow } from './insightRows';

/**
 * The figures of some stations together. Lost rentals are summed over the stations with rates;
 * null where none of those that ran empty has any.
 */
export function cityRowOf(rows: readonly StationRow[], days: number): CityRow {
  const [openMin, emptyMin] = [
    sumOf(rows, (row) => row.openMin),
    sumOf(rows, (row) => row.emptyMin),
  ];
  const coveredMin = sumOf(rows, (row) => (row.coveredShare ?? 0) * row.emptyMin);
  const isRated = rows.some((row) => row.lostADay !== null && row.emptyMin > 0) || emptyMin === 0;
  return {
    stations: rows.length,
    chronicStations: rows.filter((row) => row.isChronic).length,
    days,
    openMin,
    emptyMin,
    emptyShare: openMin === 0 ? null : emptyMin / openMin,
    coveredShare: emptyMin === 0 ? null : coveredMin / emptyMin,
    lostADay: isRated ? sumOf(rows, (row) => row.lostADay ?? 0) : null,
    uncoveredADay: isRated ? sumOf(rows, (row) => row.uncoveredADay ?? 0) : null,
  };
}

/**
 * The figures by district, most uncovered lost rentals first, then by the share of empty minutes.
 *
 * @param rows ranked: the first of a district is its worst
 */
export function districtRowsOf(
  rows: readonly StationRow[],
  days: number,
  { groupOf, nameOf }: Pick<DistrictGroups, 'groupOf' | 'nameOf'>,
): DistrictRow[] {
  const byDistrict = new Map<string | null, StationRow[]>();
  for (const row of rows) {
    const districtId = groupOf(row.districtId);
    const own = byDistrict.get(districtId);
    if (own) own.push(row);
    else byDistrict.set(districtId, [row]);
  }
  return [...byDistrict]
    .map(([districtId, own]) => ({
      ...cityRowOf(own, days),
      districtId,
      name: districtId === null ? null : nameOf(districtId),
      worstStationId: own[0]?.stationId ?? null,
      worstStationName: own[0]?.name ?? null,
    }))
    .sort(
      (a, b) =>
        (b.uncoveredADay ?? -1) - (a.uncoveredADay ?? -1) ||
        (b.emptyShare ?? -1) - (a.emptyShare ?? -1) ||
        ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    );
}

/** The weeks of a fold, oldest first. */
export function weekRowsOf(weeks: ReadonlyMap<string, Sum>, isRated: boolean): WeekRow[] {
  return [...weeks]
    .filter(([, sum]) => sum.days > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, sum]) => ({
      monday,
      days: sum.days,
      openMin: sum.openMin,
      emptyMin: sum.emptyMin,
      emptyShare: sum.emptyMin / sum.openMin,
      lostADay: isRated ? sum.lost / sum.days : null,
      uncoveredADay: isRated ? sum.uncoveredLost / sum.days : null,
    }));
}

/** Hours of the week, or of kinds of day: rows of 24. */
export function hourRowsOf(sums: readonly (readonly Sum[])[], isRated: boolean): HourRow[][] {
  return sums.map((row) =>
    row.map(({ days, openMin, emptyMin, lost }) => ({
      days,
      openMin,
      emptyMin,
      emptyShare: openMin === 0 ? null : emptyMin / openMin,
      lostADay: isRated && days > 0 ? lost / days : null,
    })),
  );
}

function sumOf(rows: readonly StationRow[], of: (row: StationRow) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
