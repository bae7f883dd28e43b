import type { DayLook } from './dayFactsOf';
import type { Span } from './stationSeries';
import type { StationOfDay, StationRows } from './summariseStation';

export interface PlainDayInput {
  localDate: string;
  timeZone: string;
  knownToAt: number;
  rows: StationRows;
  unobserved: readonly Span[];
  looks: readonly DayLook[];
  station: StationOfDay;
}

/** One quarter-hour as the plain computation knows it. */
export interface PlainQuarter {
  observedMin: number;
  openMin: number;
  emptyMin: number;
  fullMin: number;
  departures: number;
  arrivals: number;
  movedOut: number;
  movedIn: number;
}

const DAY_S = 86_400;

/**
 * A station's day, minute by minute and with nothing remembered from one to the next: slow, and
 * written from the definitions of DaySummary alone.
 */
export function plainDay(input: PlainDayInput): PlainQuarter[] {
  const quarters = Array.from(
    { length: 96 },
    (): PlainQuarter => ({
      ...{ observedMin: 0, openMin: 0, emptyMin: 0, fullMin: 0 },
      ...{ departures: 0, arrivals: 0, movedOut: 0, movedIn: 0 },
    }),
  );
  const minutes = minutesOf(input.localDate, input.timeZone);
  const dayFromAt = minutes[0]!.at;
  for (const { at, quarter } of minutes) {
    if (at >= input.knownToAt) break;
    const row = lastBefore(input.rows.at, at);
    if (row < 0 || !isKnown(input, at, row, dayFromAt)) continue;
    addMinute(quarters[quarter]!, input.rows, row);
    for (let change = row + 1; change < input.rows.at.length; change++) {
      if (input.rows.at[change]! >= at + 60 || isStale(input, change, dayFromAt)) break;
      addChange(quarters[quarter]!, input, change);
    }
  }
  return quarters;
}

/** Every minute in which the city's clock shows the date. */
function minutesOf(localDate: string, timeZone: string): { at: number; quarter: number }[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const utcAt = Date.parse(`${localDate}T00:00Z`) / 1_000;
  const minutes: { at: number; quarter: number }[] = [];
  for (let at = utcAt - DAY_S; at < utcAt + 2 * DAY_S; at += 60) {
    const [date, clock = ''] = format.format(at * 1_000).split(' ');
    const [hour, minute] = clock.split(':').map(Number);
    if (date === localDate) minutes.push({ at, quarter: hour! * 4 + Math.floor(minute! / 15) });
  }
  return minutes;
}

function lastBefore(at: readonly number[], instant: number): number {
  return at.filter((one) => one < instant).length - 1;
}

function isKnown(input: PlainDayInput, at: number, row: number, dayFromAt: number): boolean {
  const { unobserved, station, rows } = input;
  const isGap = unobserved.some(({ fromAt, toAt }) => at >= fromAt && at < toAt + 60);
  const isAbsent = station.absent.some(
    ({ fromAt, toAt }) => at >= fromAt && at < toAt && rows.at[row]! <= fromAt,
  );
  const newest = station.newestReportAt;
  const isSilent = newest !== null && medianAt(input, at) - newest > 3_600;
  const isOver = rows.isHourly[row] && at - rows.at[row]! > 3_600;
  return !isOver && !isGap && !isAbsent && !isSilent && !isStale(input, row, dayFromAt);
}

function isStale(input: PlainDayInput, row: number, dayFromAt: number): boolean {
  const at = input.rows.at[row]!;
  const reportedAt = input.rows.lastReportedAt[row]!;
  if (reportedAt === null) return true;
  if (at <= dayFromAt) return false;
  const minuteAt = dayFromAt + Math.floor((at - dayFromAt) / 60) * 60;
  return Math.min(medianAt(input, minuteAt), at) - reportedAt > 3_600;
}

function medianAt({ looks }: PlainDayInput, at: number): number {
  return looks.filter((look) => look.at <= at).at(-1)?.medianReportedAt ?? at;
}

function addMinute(quarter: PlainQuarter, rows: StationRows, row: number): void {
  const [isInstalled, isRenting, isReturning] = [1, 2, 4].map((flag) => rows.flags[row]! & flag);
  quarter.observedMin++;
  if (isInstalled && isRenting) quarter.openMin++;
  if (isInstalled && isRenting && rows.numBikesAvailable[row] === 0) quarter.emptyMin++;
  if (isInstalled && isReturning && rows.numDocksAvailable[row] === 0) quarter.fullMin++;
}

function addChange(quarter: PlainQuarter, { rows, station }: PlainDayInput, change: number): void {
  if (rows.isHourly[change]) return;
  const before = rows.numBikesAvailable[change - 1]!;
  const after = rows.numBikesAvailable[change]!;
  const bikes = Math.abs(after - before);
  const isTruck = bikes >= station.truckBikes;
  if (after < before) quarter[isTruck ? 'movedOut' : 'departures'] += bikes;
  if (after > before) quarter[isTruck ? 'movedIn' : 'arrivals'] += bikes;
}
