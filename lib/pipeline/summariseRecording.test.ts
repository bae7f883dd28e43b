import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '@/lib/archive/fileStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { recordingsDir } from '@/lib/env/testEnv';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { dayClockOf } from '@/lib/history/dayClock';
import { createDayLedgerStore } from '@/lib/history/dayLedgerStore';
import { createDaySourceStore } from '@/lib/history/daySourceStore';
import { createDaySummaryStore } from '@/lib/history/daySummaryStore';
import { SUMMED } from '@/lib/history/sumDistricts';
import type { StationRows } from '@/lib/history/summariseStation';
import { plainDay } from '@/lib/history/testPlainDay';
import { DAY_MS } from '@/lib/units/clock';
import { readLineBatches, splitCsvLine } from '@/scripts/feed/recording/csvLines';
import { readRecordedStations } from '@/scripts/feed/recording/readRecordedStations';
import { importHistory } from './importHistory';
import { summariseDays } from './summariseDays';
import { enterSystem, type ImportRig, openImportRig } from './testImport';

const velib = path.join(recordingsDir(), 'velib');
const reports = path.join(velib, 'velib_2022-05_2022-06_reports.csv.gz');
const stationsFile = path.join(velib, 'velib_stations_2022-06.csv');
const isRecorded = existsSync(reports) && existsSync(stationsFile);

const PARIS = 'Europe/Paris';
/** Of the reports between these instants, the stations of one hundredth of the codes. */
const [FROM, TO] = ['2022-05-13 12:00:00', '2022-05-17 12:00:00'];
const CODE_ENDING = /15$/;
const DAYS = ['2022-05-14', '2022-05-15', '2022-05-16'];
const now = new Date('2026-11-23T06:00:00Z');

describe.skipIf(!isRecorded)('days of Vélib’ in May 2022 (skips without the recordings)', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let rig: ImportRig;
  beforeAll(async () => {
    database = await openTestDatabase();
    rig = await openImportRig(database.pool, now);
    await enterSystem(database.pool, 'velib');
  });
  afterAll(async () => {
    await rig.remove();
    await database.close();
  });

  test('imported and summarised, they are what a plain count over the file’s lines is', async () => {
    const lines = await slice();
    const stations = await readRecordedStations(stationsFile);
    const file = await rig.write('slice.csv', lines);
    await importHistory(rig.deps('velib'), rig.request([file], { stations }));

    const { pool } = database;
    const sources = { pool, systemId: 'velib', clock: () => now };
    const store = openFileStore(path.join(rig.directory, 'archive'));
    const reader = createHistoryReader({ ...sources, store, cacheDir: rig.directory });
    const { days } = await summariseDays({
      reader,
      source: createDaySourceStore(pool, 'velib'),
      ledger: createDayLedgerStore(pool, 'velib'),
      timeZone: PARIS,
      clock: () => now,
    });
    expect(days).toBe(5);

    const rows = rowsByCode(lines);
    const { rows: codes } = await pool.query<{ id: string; code: string }>(
      'SELECT station_id AS id, station_code AS code FROM station',
    );
    const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
    let [emptyMin, departures, moved] = [0, 0, 0];
    for (const localDate of DAYS) {
      const unobserved = await reader.readUnobserved(dayClockOf(localDate, PARIS));
      const figures = await createDaySummaryStore(pool, 'velib').readCityDay(localDate);
      expect(figures.length).toBeGreaterThan(10);
      for (const day of figures) {
        const plain = plainDay({
          ...{ localDate, timeZone: PARIS, looks: [], unobserved, knownToAt: day.knownToAt },
          rows: rows.get(codeOf.get(day.stationId)!)!,
          // An hour between two looks: no jump can be told from trips.
          station: {
            stationId: day.stationId,
            truckBikes: Number.POSITIVE_INFINITY,
            newestReportAt: null,
            absent: [],
          },
        });
        for (const name of SUMMED)
          expect(day[name], `${name} of ${day.stationId}`).toEqual(plain.map((q) => q[name]));
        emptyMin += sumOf(day.emptyMin);
        departures += sumOf(day.departures);
        moved += sumOf(day.movedIn) + sumOf(day.movedOut);
      }
    }
    expect(emptyMin).toBeGreaterThan(500);
    expect(departures).toBeGreaterThan(500);
    expect(moved).toBe(0);
  }, 120_000);
});

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

async function slice(): Promise<string[]> {
  const kept: string[] = [];
  for await (const lines of readLineBatches(reports))
    for (const line of lines) {
      const [reportedAt = '', code = ''] = splitCsvLine(line);
      const isAsked = reportedAt >= FROM && reportedAt < TO && CODE_ENDING.test(code);
      if (kept.length === 0 || isAsked) kept.push(line);
    }
  return kept;
}

/** Every report of the file as a row, changed or not; long overdue ones when they were fetched. */
function rowsByCode(lines: readonly string[]): Map<string, StationRows> {
  const reported = new Map<string, { at: number; reportedAt: number; counts: number[] }[]>();
  for (const line of lines.slice(1)) {
    const [reportedText, code = '', fetchedText, , ...said] = splitCsvLine(line);
    const [reportedMs, fetchedMs] = [reportedText, fetchedText].map((t) => Date.parse(`${t}Z`));
    const isOld = reportedMs! < fetchedMs! - DAY_MS || reportedMs! > fetchedMs!;
    const series = reported.get(code) ?? [];
    reported.set(code, series);
    const at = (isOld ? fetchedMs! : reportedMs!) / 1_000;
    series.push({ at, reportedAt: reportedMs! / 1_000, counts: said.map(Number) });
  }
  return new Map(
    [...reported].map(([code, series]) => {
      series.sort((a, b) => a.at - b.at);
      const column = (at: number) => series.map(({ counts }) => counts[at]!);
      const [installed, renting, returning] = [column(5), column(6), column(7)];
      return [
        code,
        {
          at: series.map(({ at }) => at),
          numBikesAvailable: column(0),
          numDocksAvailable: column(3),
          flags: installed.map((on, i) => on + 2 * renting[i]! + 4 * returning[i]!),
          lastReportedAt: series.map(({ reportedAt }) => reportedAt),
          isHourly: series.map(() => false),
        },
      ];
    }),
  );
}
