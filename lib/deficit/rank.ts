import type { AssessmentColumns } from './assessment';

/**
 * Ranks stations, 0 the worst: by shortage that nothing covers, then by severity (unknown last),
 * then by shortage, then by how few bikes they have to spare, then by stationId.
 *
 * @param idOrder each station's place in the order of stationId, all different
 * @returns a permutation of 0..n-1
 */
export function rankStations(
  assessed: Omit<AssessmentColumns, 'rank'>,
  idOrder: ArrayLike<number>,
): number[] {
  const { uncoveredShortage, severity, shortage, usableBikes, targetBikes } = assessed;
  const spare = usableBikes.map((usable, i) => (usable ?? 0) - (targetBikes[i] ?? 0));
  const worstFirst = severity
    .map((_, i) => i)
    .sort(
      (a, b) =>
        uncoveredShortage[b]! - uncoveredShortage[a]! ||
        severity[a]! - severity[b]! ||
        shortage[b]! - shortage[a]! ||
        spare[a]! - spare[b]! ||
        idOrder[a]! - idOrder[b]!,
    );
  const rank = new Array<number>(severity.length);
  worstFirst.forEach((station, place) => {
    rank[station] = place;
  });
  return rank;
}
