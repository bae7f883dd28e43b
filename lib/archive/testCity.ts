import type pg from 'pg';
import type { FetchRecord } from '@/lib/stations/fetchRecord';
import { createIngestStore } from '@/lib/stations/ingestStore';
import { medianReportedAt } from '@/lib/stations/snapshot';
import type { StationInformation, StationStatus } from '@/lib/stations/station';
import { createStationStore } from '@/lib/stations/stationStore';
import { secondsBetween } from '@/lib/units/clock';

/** A city whose feeds are read when a test says so, through the stores that the worker uses. */
export interface TestCity {
  /** Stores one status snapshot, fetched at an instant. */
  fetchStatus(fetchedAt: Date, stations: StationStatus[]): Promise<void>;
  /** Stores one station_information, fetched at an instant. */
  fetchStations(fetchedAt: Date, stations: StationInformation[]): Promise<void>;
}

export function createTestCity(pool: pg.Pool, systemId: string): TestCity {
  const statuses = createIngestStore(pool, systemId);
  const descriptions = createStationStore(pool, systemId);
  return {
    async fetchStatus(fetchedAt, stations) {
      const reportedAt = medianReportedAt(stations);
      const snapshot = {
        source: 'gbfs' as const,
        fetchedAt,
        lastUpdatedAt: null,
        medianReportedAt: reportedAt,
        stations,
      };
      const fetch = fetchRecord('status', fetchedAt, stations.length, reportedAt);
      const { outcome } = await statuses.storeSnapshot(snapshot, fetch);
      if (outcome !== 'stored') throw new Error(`snapshot not stored: ${outcome}`);
    },
    async fetchStations(fetchedAt, stations) {
      const fetch = fetchRecord('stations', fetchedAt, stations.length, null);
      const options = { fetchedAt, acceptMassRemoval: true };
      await descriptions.storeStations(stations, fetch, options);
    },
  };
}

/** Any station at rest; a test says what matters to it. */
export function stationStatus(stationId: string, over: Partial<StationStatus> = {}): StationStatus {
  return {
    stationId,
    numBikesAvailable: 5,
    numMechanicalAvailable: 3,
    numEbikesAvailable: 2,
    numDocksAvailable: 10,
    isInstalled: true,
    isRenting: true,
    isReturning: true,
    lastReportedAt: null,
    ...over,
  };
}

export function stationInformation(
  stationId: string,
  over: Partial<StationInformation> = {},
): StationInformation {
  return {
    stationId,
    stationCode: null,
    name: `Station ${stationId}`,
    lat: 48.86,
    lon: 2.35,
    capacity: 20,
    ...over,
  };
}

function fetchRecord(
  feed: 'status' | 'stations',
  fetchedAt: Date,
  stationsSeen: number,
  reportedAt: Date | null,
): FetchRecord {
  const durationMs = 150;
  return {
    feed,
    source: 'gbfs',
    startedAt: new Date(fetchedAt.getTime() - durationMs),
    durationMs,
    httpStatus: 200,
    bytes: 1_000,
    attempts: 1,
    reason: null,
    message: null,
    stationsSeen,
    skipped: {},
    anomalies: [],
    lastUpdatedAt: null,
    medianReportedAt: reportedAt,
    feedLagS: reportedAt && Math.round(secondsBetween(reportedAt, fetchedAt)),
  };
}
