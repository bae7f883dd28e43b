import type { AssessmentColumns } from '@/lib/deficit/assessment';
import type { StationColumns, StatusColumns } from '@/lib/stations/cityColumns';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import type { StationRow, StationWithStatus } from './stationRow';

/** The columns that the desk is drawn from. */
export function stationColumns(rows: readonly StationWithStatus[]): StationColumns {
  return {
    stationId: rows.map((row) => row.stationId),
    stationCode: rows.map((row) => row.stationCode),
    name: rows.map((row) => row.name),
    lat: rows.map((row) => row.lat),
    lon: rows.map((row) => row.lon),
    capacity: rows.map((row) => row.capacity),
    districtId: rows.map((row) => row.districtId),
  };
}

export function statusColumns(rows: readonly StationWithStatus[]): StatusColumns {
  return {
    numBikesAvailable: rows.map(({ status }) => status?.numBikesAvailable ?? null),
    numMechanicalAvailable: rows.map(({ status }) => status?.numMechanicalAvailable ?? null),
    numEbikesAvailable: rows.map(({ status }) => status?.numEbikesAvailable ?? null),
    numDocksAvailable: rows.map(({ status }) => status?.numDocksAvailable ?? null),
    flags: rows.map(({ status }) => status && flagsOf(status)),
    lastReportedAt: rows.map(({ status }) => reportedS(status?.lastReportedAt ?? null)),
    phantomBikes: rows.map(() => 0),
  };
}

export function assessmentColumns(rows: readonly StationRow[]): AssessmentColumns {
  const column = <Name extends keyof AssessmentColumns>(name: Name) =>
    rows.map(({ assessment }) => assessment[name]) as AssessmentColumns[Name];
  return {
    severity: column('severity'),
    unknownReason: column('unknownReason'),
    usableBikes: column('usableBikes'),
    targetBikes: column('targetBikes'),
    shortage: column('shortage'),
    uncoveredShortage: column('uncoveredShortage'),
    covered: column('covered'),
    nearestWithBikes: column('nearestWithBikes'),
    nearestWithBikesM: column('nearestWithBikesM'),
    vehiclesNear: column('vehiclesNear'),
    rank: column('rank'),
  };
}

/** The i-th cell of each column. */
export function assessmentRow(columns: AssessmentColumns, i: number): StationRow['assessment'] {
  const cells = Object.entries(columns).map(([name, column]) => [name, column[i]]);
  return Object.fromEntries(cells) as StationRow['assessment'];
}

function flagsOf(status: NonNullable<StationWithStatus['status']>): number {
  return (
    (status.isInstalled ? FLAG_INSTALLED : 0) +
    (status.isRenting ? FLAG_RENTING : 0) +
    (status.isReturning ? FLAG_RETURNING : 0)
  );
}

function reportedS(reportedAt: Date | null): number | null {
  return reportedAt && Math.floor(reportedAt.getTime() / 1_000);
}
