import type { Position } from '@/lib/geo/position';
import type { CityColumns } from '@/lib/stations/cityColumns';
import type { AssessmentColumns } from './assessment';

/** What assessCity reads. */
export type AssessableCity = Pick<CityColumns, 'stations' | 'status' | 'vehicles' | 'freshness'>;

/** One station of a test's city, as a row. */
export interface AssessableStation extends Position {
  stationId: string;
  capacity: number | null;
  bikes: number | null;
  phantomBikes: number;
  flags: number | null;
  lastReportedAt: number | null;
}

/** The instant at which test cities report, epoch seconds. */
export const REPORTED_AT = 1_652_763_600;

/** A healthy, empty station of 30 docks, with what the test says changed. */
export function testStation(change: Partial<AssessableStation> = {}): AssessableStation {
  return {
    stationId: '1',
    lat: 48.86,
    lon: 2.35,
    capacity: 30,
    bikes: 0,
    phantomBikes: 0,
    flags: 7,
    lastReportedAt: REPORTED_AT,
    ...change,
  };
}

/** A city in columns, from rows. */
export function testCity(
  rows: readonly AssessableStation[],
  vehicles: readonly Position[] = [],
  medianReportedAt: number | null = REPORTED_AT,
): AssessableCity {
  const unsaid = rows.map(() => null);
  return {
    stations: {
      stationId: rows.map((row) => row.stationId),
      stationCode: unsaid,
      name: rows.map((row) => `Station ${row.stationId}`),
      lat: rows.map((row) => row.lat),
      lon: rows.map((row) => row.lon),
      capacity: rows.map((row) => row.capacity),
      districtId: unsaid,
    },
    status: {
      numBikesAvailable: rows.map((row) => row.bikes),
      numMechanicalAvailable: unsaid,
      numEbikesAvailable: unsaid,
      numDocksAvailable: unsaid,
      flags: rows.map((row) => row.flags),
      lastReportedAt: rows.map((row) => row.lastReportedAt),
      phantomBikes: rows.map((row) => row.phantomBikes),
    },
    vehicles: {
      lat: vehicles.map((vehicle) => vehicle.lat),
      lon: vehicles.map((vehicle) => vehicle.lon),
      kind: vehicles.map(() => 'bike'),
    },
    freshness: {
      fetchedAt: REPORTED_AT,
      checkedAt: REPORTED_AT,
      lastUpdatedAt: REPORTED_AT,
      medianReportedAt,
      source: 'gbfs',
      failures: 0,
      reason: null,
      workerBeatAt: REPORTED_AT,
      liveFeedSeenAt: null,
      paused: [],
      anomalies: [],
    },
  };
}

/** A position so many metres north of the test station. */
export function northOf(distanceM: number, from: Position = testStation()): Position {
  return { lat: from.lat + distanceM / 111_195.08, lon: from.lon };
}

/** All that an assessment says of station `i`, the nearest named by its index. */
export function assessmentOf(columns: AssessmentColumns, i: number) {
  const entries = Object.entries(columns).map(([name, values]) => [name, values[i]]);
  return Object.fromEntries(entries) as {
    [Name in keyof AssessmentColumns]: AssessmentColumns[Name][number];
  };
}
