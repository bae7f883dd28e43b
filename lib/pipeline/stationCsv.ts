import type { HistoryTier } from '@/lib/history/stationSeries';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import { csvCell } from './exportStations';
import type { StationPast } from './stationPast';

const COLUMNS = [
  'stationId',
  'at',
  'known',
  'tier',
  'numBikesAvailable',
  'numMechanicalAvailable',
  'numEbikesAvailable',
  'numDocksAvailable',
  'isInstalled',
  'isRenting',
  'isReturning',
  'targetBikes',
] as const;
type Row = Record<(typeof COLUMNS)[number], string | number | boolean | null>;

/**
 * A station's past as CSV, oldest first. A row holds until the next one; where nobody knows what
 * stood there a row says so, so that no program draws a line across it. Times are ISO 8601 UTC.
 */
export function stationCsv(past: StationPast): string {
  const rows = rowsOf(past).map((row) => COLUMNS.map((column) => csvCell(row[column])).join(','));
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

function rowsOf(past: StationPast): Row[] {
  const gaps = [...past.unknown, ...past.absent];
  const isUnknown = (at: number) => gaps.some(({ fromAt, toAt }) => at >= fromAt && at < toAt);
  const begins = [
    ...past.samples.at.map((at) => Math.max(at, past.fromAt)),
    ...gaps.flatMap(({ fromAt, toAt }) => [fromAt, toAt]),
  ];
  let row = -1;
  return [...new Set(begins)]
    .filter((at) => at >= past.fromAt && at < past.toAt)
    .sort((a, b) => a - b)
    .map((at): Row => {
      while ((past.samples.at[row + 1] ?? Number.POSITIVE_INFINITY) <= at) row++;
      return isUnknown(at) || row < 0 ? unknownRow(past, at) : knownRow(past, row, at);
    })
    .filter((one, i, all) => one.known || all[i - 1]?.known !== false);
}

function unknownRow({ stationId }: StationPast, at: number): Row {
  const nothing = Object.fromEntries(COLUMNS.map((column) => [column, null])) as Row;
  return { ...nothing, stationId, at: isoText(at), known: false };
}

function knownRow(past: StationPast, row: number, at: number): Row {
  const { samples, levels, stationId } = past;
  const flags = samples.flags[row]!;
  return {
    stationId,
    at: isoText(at),
    known: true,
    tier: tierAt(past, at),
    numBikesAvailable: samples.numBikesAvailable[row]!,
    numMechanicalAvailable: samples.numMechanicalAvailable[row] ?? null,
    numEbikesAvailable: samples.numEbikesAvailable[row] ?? null,
    numDocksAvailable: samples.numDocksAvailable[row] ?? null,
    isInstalled: (flags & FLAG_INSTALLED) !== 0,
    isRenting: (flags & FLAG_RENTING) !== 0,
    isReturning: (flags & FLAG_RETURNING) !== 0,
    targetBikes: levels.find(({ fromAt, toAt }) => at >= fromAt && at < toAt)?.targetBikes ?? null,
  };
}

function tierAt({ stretches }: StationPast, at: number): HistoryTier | null {
  return stretches.find(({ fromAt, toAt }) => at >= fromAt && at < toAt)?.tier ?? null;
}

function isoText(at: number): string {
  return new Date(at * 1_000).toISOString();
}
