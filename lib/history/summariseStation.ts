import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import type { DayClock } from './dayClock';
import { QUARTERS_A_DAY, type StationDaySummary } from './daySummary';
import type { Span } from './stationSeries';

const MINUTE_S = 60;
/** A report this far behind the feed-wide median is stale (DOMAIN.md, measure 1), seconds. */
const STALE_AFTER_S = 3_600;
/** What stood there on an hour is taken to hold until the next one. */
const HOUR_S = 3_600;

/** What all stations of a day share. */
export interface DayFacts {
  clock: DayClock;
  /** Epoch seconds: nothing after it is known yet. */
  knownToAt: number;
  /** 1 for each minute of the clock at whose beginning nobody knew the city. */
  isUnknown: Uint8Array;
  /** The feed-wide median report as of each minute's beginning, epoch seconds. */
  medianReportedAt: Float64Array;
}

/** A station's changes, oldest first, in columns. Times are epoch seconds. */
export interface StationRows {
  /** The state when the day began comes first, at an instant before the day where it is older. */
  at: readonly number[];
  numBikesAvailable: readonly number[];
  numDocksAvailable: readonly (number | null)[];
  flags: readonly number[];
  lastReportedAt: readonly (number | null)[];
  /** The archive's: each holds for an hour, and what differs from the one before is no trip. */
  isHourly: readonly boolean[];
}

export interface StationOfDay {
  stationId: string;
  /** See truckMoveBikes. */
  truckBikes: number;
  /** Its newest report of all; null where unknown. */
  newestReportAt: number | null;
  /** When the feed did not list it. */
  absent: readonly Span[];
}

/** A day's figures without what the ledger knows of the day. */
export type StationFigures = Omit<StationDaySummary, 'localDate' | 'knownToAt' | 'isPartial'>;

/**
 * What a station's day was. A minute counts by the state in force just before it began, and only
 * where that was known: somebody had looked, the feed listed the station, and its report was not
 * stale. A change counts as trips, in the minute it was seen in, where the minute was known; of a
 * truck's size, it counts as a move instead (DOMAIN.md, measure 4).
 *
 * @returns null where nothing of the day was observed
 */
export function summariseStation(
  day: DayFacts,
  rows: StationRows,
  station: StationOfDay,
): StationFigures | null {
  const figures = emptyFigures(station.stationId);
  const { clock, isUnknown } = day;
  const minutes = Math.min(isUnknown.length, Math.ceil((day.knownToAt - clock.fromAt) / MINUTE_S));
  const isStale = rows.at.map((at, row) => isStaleRow(day, at, rows.lastReportedAt[row]!));
  let isObserved = false;
  let next = 0;
  for (let minute = 0; minute < minutes; minute++) {
    const at = clock.fromAt + minute * MINUTE_S;
    while (next < rows.at.length && rows.at[next]! < at) next++;
    const row = next - 1;
    const isKnown =
      row >= 0 &&
      !isUnknown[minute] &&
      !isStale[row] &&
      !(rows.isHourly[row] && at - rows.at[row]! > HOUR_S) &&
      !isSilent(day.medianReportedAt[minute]!, station.newestReportAt) &&
      !isAbsent(station.absent, at, rows.at[row]!);
    if (!isKnown) continue;
    isObserved = true;
    const quarter = clock.quarterOf[minute]!;
    countMinute(figures, quarter, rows, row);
    for (let change = next; rows.at[change]! < at + MINUTE_S && !isStale[change]; change++) {
      if (!rows.isHourly[change]) countChange(figures, quarter, rows, change, station.truckBikes);
    }
  }
  return isObserved ? figures : null;
}

function countMinute(figures: StationFigures, quarter: number, rows: StationRows, row: number) {
  const flags = rows.flags[row]!;
  figures.observedMin[quarter]!++;
  if (!(flags & FLAG_INSTALLED)) return;
  if (flags & FLAG_RETURNING && rows.numDocksAvailable[row] === 0) figures.fullMin[quarter]!++;
  if (!(flags & FLAG_RENTING)) return;
  const bikes = rows.numBikesAvailable[row]!;
  figures.openMin[quarter]!++;
  if (bikes === 0) figures.emptyMin[quarter]!++;
  if (figures.minBikes === null || bikes < figures.minBikes) {
    figures.minBikes = bikes;
    figures.stuckMin.fill(0);
  }
  if (bikes > 0 && bikes === figures.minBikes) figures.stuckMin[quarter]!++;
}

function countChange(
  figures: StationFigures,
  quarter: number,
  rows: StationRows,
  change: number,
  truckBikes: number,
) {
  const came = rows.numBikesAvailable[change]! - rows.numBikesAvailable[change - 1]!;
  const isTruck = Math.abs(came) >= truckBikes;
  if (came > 0) (isTruck ? figures.movedIn : figures.arrivals)[quarter]! += came;
  else (isTruck ? figures.movedOut : figures.departures)[quarter]! -= came;
}

/**
 * Whether a report was stale when it was stored, or there never was one. Of the state that the day
 * began with nobody knows when it was stored; if it never moved again, the newest report tells.
 */
function isStaleRow(day: DayFacts, at: number, reportedAt: number | null): boolean {
  const { clock, medianReportedAt } = day;
  if (reportedAt === null || at <= clock.fromAt) return reportedAt === null;
  const minute = Math.floor((at - clock.fromAt) / MINUTE_S);
  return isSilent(Math.min(medianReportedAt[minute] ?? at, at), reportedAt);
}

function isSilent(medianAt: number, reportedAt: number | null): boolean {
  return reportedAt !== null && medianAt - reportedAt > STALE_AFTER_S;
}

/** A change after it went says that it is back. */
function isAbsent(absent: readonly Span[], at: number, changedAt: number): boolean {
  return absent.some(({ fromAt, toAt }) => at >= fromAt && at < toAt && changedAt <= fromAt);
}

function emptyFigures(stationId: string): StationFigures {
  const zeros = () => new Array<number>(QUARTERS_A_DAY).fill(0);
  return {
    stationId,
    observedMin: zeros(),
    openMin: zeros(),
    emptyMin: zeros(),
    fullMin: zeros(),
    departures: zeros(),
    arrivals: zeros(),
    movedOut: zeros(),
    movedIn: zeros(),
    minBikes: null,
    stuckMin: zeros(),
  };
}
