import type { AssessmentColumns } from '@/lib/deficit/assessment';

/** A station with its status, as Prisma's `include` answers. */
export interface StationWithStatus {
  stationId: string;
  stationCode: string | null;
  name: string;
  lat: number;
  lon: number;
  capacity: number | null;
  districtId: string | null;
  status: {
    numBikesAvailable: number;
    numMechanicalAvailable: number | null;
    numEbikesAvailable: number | null;
    numDocksAvailable: number | null;
    isInstalled: boolean;
    isRenting: boolean;
    isReturning: boolean;
    lastReportedAt: Date | null;
  } | null;
}

/** An object of columns as one of its rows. */
type RowOf<Columns> = {
  [Name in keyof Columns]: Columns[Name] extends (infer Cell)[] ? Cell : never;
};

/** What the page hands to the browser for each station: an object, as one would write it. */
export interface StationRow extends StationWithStatus {
  assessment: RowOf<AssessmentColumns>;
}
