import type { Severity } from '@/lib/deficit/assessment';

/** A station as rules look at it. */
export interface AlertStation {
  stationId: string;
  name: string;
  /** Its smallest district and all that contain it. */
  districtIds: readonly string[];
  /** The district people know, such as the arrondissement; null outside of all. */
  districtName: string | null;
  severity: Severity;
  isCovered: boolean;
  usableBikes: number | null;
}

/** The judged city as of an instant. */
export interface AlertCity {
  /** When a source last confirmed these numbers; null: never. */
  confirmedAt: Date | null;
  /** The median of the stations' own reports; null where none says. */
  medianReportedAt: Date | null;
  timezone: string;
  stations: readonly AlertStation[];
}

/** What rules look at must have been confirmed this short a time ago. */
export const FRESH_WITHIN_MS = 5 * 60_000;
/** Half the stations reported within this: a feed that answers with old numbers is as silent. */
export const REPORTED_WITHIN_MS = 30 * 60_000;

/** Whether shortages may be told from these data as of now, or would be yesterday's news. */
export function isFresh(
  { confirmedAt, medianReportedAt }: Pick<AlertCity, 'confirmedAt' | 'medianReportedAt'>,
  nowAt: Date,
): boolean {
  if (!confirmedAt || nowAt.getTime() - confirmedAt.getTime() > FRESH_WITHIN_MS) return false;
  return !medianReportedAt || nowAt.getTime() - medianReportedAt.getTime() <= REPORTED_WITHIN_MS;
}
