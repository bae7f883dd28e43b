import { distanceM } from '@/lib/geo/position';
import type { Thresholds } from '@/lib/settings/settingValues';
import type { AssessmentColumns } from './assessment';
import type { AssessableCity } from './testCity';

/**
 * The same judgement as assessCity's, written a second time the slow and plain way, straight from
 * DOMAIN.md: every station against every other. For tests to compare with; it shares no code with
 * the fast one but the distance.
 */
export function assessPlainly(city: AssessableCity, thresholds: Thresholds): AssessmentColumns {
  const rows = city.stations.stationId.map((stationId, i) =>
    plainStation(city, thresholds, stationId, i),
  );
  const judged = rows.map((row, i) => {
    const withBikes = rows
      .map((other, index) => ({ index, other, metres: distanceM(row, other) }))
      .filter(({ index, other, metres }) => {
        const holds = other.usable !== null && other.usable >= thresholds.coverMinBikes;
        return index !== i && holds && metres <= 2000;
      })
      .sort((a, b) => a.metres - b.metres || compare(a.other.stationId, b.other.stationId))[0];
    const stationM = withBikes ? Math.round(withBikes.metres) : null;
    const walks = city.vehicles.lat
      .map((lat, v) => Math.round(distanceM(row, { lat, lon: city.vehicles.lon[v]! })))
      .filter((metres) => metres <= thresholds.walkRadiusM);

    const substitutes: number[] = [];
    if (row.severity <= 2) {
      if (stationM !== null && stationM <= thresholds.walkRadiusM) substitutes.push(stationM);
      if (walks.length >= thresholds.coverMinVehicles) substitutes.push(Math.min(...walks));
    }
    const left = substitutes.map((metres) => row.shortage * (1 - Math.exp(-0.00194 * metres)));
    return {
      ...row,
      covered: substitutes.length > 0 ? (1 as const) : (0 as const),
      uncovered: Math.round(Math.min(row.shortage, ...left) * 10) / 10,
      nearest: withBikes?.index ?? null,
      stationM,
      vehiclesNear: walks.length,
    };
  });
  const ranked = [...judged].sort(
    (a, b) =>
      compare(b.uncovered, a.uncovered) ||
      compare(a.severity, b.severity) ||
      compare(b.shortage, a.shortage) ||
      compare((a.usable ?? 0) - (a.target ?? 0), (b.usable ?? 0) - (b.target ?? 0)) ||
      compare(a.stationId, b.stationId),
  );
  return {
    severity: judged.map((row) => row.severity),
    unknownReason: judged.map((row) => row.unknownReason),
    usableBikes: judged.map((row) => row.usable),
    targetBikes: judged.map((row) => row.target),
    shortage: judged.map((row) => row.shortage),
    uncoveredShortage: judged.map((row) => row.uncovered),
    covered: judged.map((row) => row.covered),
    nearestWithBikes: judged.map((row) => row.nearest),
    nearestWithBikesM: judged.map((row) => row.stationM),
    vehiclesNear: judged.map((row) => row.vehiclesNear),
    rank: judged.map((row) => ranked.indexOf(row)),
  };
}

function plainStation(city: AssessableCity, thresholds: Thresholds, stationId: string, i: number) {
  const { stations, status, freshness } = city;
  const bikes = status.numBikesAvailable[i]!;
  const flags = status.flags[i]!;
  const reportedAt = status.lastReportedAt[i]!;
  const capacity = stations.capacity[i]!;

  let unknownReason: number | null = null;
  if (bikes === null || flags === null) unknownReason = 0;
  else if (flags % 2 === 0) unknownReason = 1;
  else if (flags % 4 < 2) unknownReason = 2;
  else if (reportedAt === null) unknownReason = 3;
  else if (freshness.medianReportedAt! - reportedAt > 60 * thresholds.staleAfterMin)
    unknownReason = 4;

  const place = { stationId, lat: stations.lat[i]!, lon: stations.lon[i]!, unknownReason };
  if (unknownReason !== null)
    return { ...place, usable: null, target: null, shortage: 0, severity: 4 };

  const usable = Math.max(bikes - status.phantomBikes[i]!, 0);
  const share = Math.ceil(Number((thresholds.targetRatio * (capacity ?? 0)).toFixed(6)));
  const target = Math.min(Math.max(thresholds.minBikes, share), capacity ?? Infinity);
  const limit = Number((thresholds.criticalShare * target).toFixed(6));
  let severity = 3;
  if (usable < target) severity = 2;
  if (usable <= limit) severity = 1;
  if (usable <= thresholds.emptyBikes) severity = 0;
  if (target === 0) severity = 3;
  return { ...place, usable, target, shortage: Math.max(target - usable, 0), severity };
}

function compare<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
