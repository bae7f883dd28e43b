import type { Rng } from '@/lib/units/rng';
import type { FetchRecord } from './fetchRecord';
import { medianReportedAt, type StatusSnapshot } from './snapshot';
import type { StationStatus } from './station';

/** A plausible snapshot for tests; `fetchedAt` names it. */
export function testSnapshot(
  fetchedAt: Date,
  stations: readonly (Partial<StationStatus> & { stationId: string })[],
  overrides: Partial<StatusSnapshot> = {},
): StatusSnapshot {
  const all = stations.map((station) => ({ ...plainStatus(fetchedAt), ...station }));
  return {
    source: 'gbfs',
    fetchedAt,
    lastUpdatedAt: fetchedAt,
    medianReportedAt: medianReportedAt(all),
    stations: all,
    ...overrides,
  };
}

function plainStatus(lastReportedAt: Date): Omit<StationStatus, 'stationId'> {
  return {
    numBikesAvailable: 5,
    numMechanicalAvailable: 3,
    numEbikesAvailable: 2,
    numDocksAvailable: 15,
    isInstalled: true,
    isRenting: true,
    isReturning: true,
    lastReportedAt,
  };
}

/** The fetch that brought a snapshot. */
export function testFetch(startedAt: Date, overrides: Partial<FetchRecord> = {}): FetchRecord {
  return {
    feed: 'status',
    source: 'gbfs',
    startedAt,
    durationMs: 120,
    httpStatus: 200,
    bytes: 400_000,
    attempts: 1,
    reason: null,
    message: null,
    stationsSeen: 3,
    skipped: {},
    anomalies: [],
    lastUpdatedAt: startedAt,
    medianReportedAt: startedAt,
    feedLagS: 30,
    ...overrides,
  };
}

/** A city that lives: most stations stay as they are, some change, some miss or report late. */
export function randomSnapshots(count: number, stations: number, rng: Rng): StatusSnapshot[] {
  const startMs = Date.UTC(2026, 10, 23, 6);
  const bikes = Array.from({ length: stations }, () => Math.floor(rng() * 20));
  return Array.from({ length: count }, (_, minute) => {
    const fetchedAt = new Date(startMs + minute * 60_000);
    const seen = bikes.flatMap((_, i) => {
      if (rng() < 0.3) bikes[i] = Math.floor(rng() * 20);
      if (rng() < 0.1) return [];
      const lateMs = Math.floor(rng() * 3) * 45_000;
      return [
        {
          stationId: String(10_000_000_000 + i),
          numBikesAvailable: bikes[i]!,
          numDocksAvailable: rng() < 0.1 ? null : 20 - bikes[i]!,
          isRenting: rng() > 0.05,
          lastReportedAt: rng() < 0.03 ? null : new Date(fetchedAt.getTime() - lateMs),
        },
      ];
    });
    return testSnapshot(fetchedAt, seen);
  });
}
