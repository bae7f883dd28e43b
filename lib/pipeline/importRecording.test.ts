import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { recordingsDir } from '@/lib/env/testEnv';
import { DAY_MS } from '@/lib/units/clock';
import { readLineBatches, splitCsvLine } from '@/scripts/feed/recording/csvLines';
import { readRecordedStations } from '@/scripts/feed/recording/readRecordedStations';
import { importHistory } from './importHistory';
import { enterSystem, type ImportRig, openImportRig } from './testImport';

const velib = path.join(recordingsDir(), 'velib');
const reports = path.join(velib, 'velib_2022-05_2022-06_reports');
const stationsFile = path.join(velib, 'velib_stations_2022-06.csv');
const isRecorded = existsSync(`${reports}.parquet`) && existsSync(stationsFile);

const STATIONS = 1_423;
const ROWS = 814_076;
/** Of 28.4 days, one hour in six was not recorded. */
const HOURS = 561;
const LIMIT_MS = 300_000;

describe.skipIf(!isRecorded)('Vélib’ in May and June 2022 (skips without the recordings)', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let rig: ImportRig;
  beforeAll(async () => {
    database = await openTestDatabase();
    rig = await openImportRig(database.pool, new Date('2026-11-23T06:00:00Z'));
    await enterSystem(database.pool, 'velib');
  });
  afterAll(async () => {
    await rig.remove();
    await database.close();
  });

  test(
    'is imported whole, and each station’s changes are those that its lines tell',
    async () => {
      const stations = await readRecordedStations(stationsFile);
      const request = rig.request([`${reports}.parquet`], { stations });
      const result = await importHistory(rig.deps('velib'), request);
      const expected = await changesByStation(`${reports}.csv.gz`);
      const changes = [...expected.values()].reduce((sum, lines) => sum + lines.length, 0);
      expect(result).toMatchObject({
        rowsRead: ROWS,
        rejected: {},
        stations: STATIONS,
        stationsCreated: STATIONS,
        changes,
        hours: HOURS,
      });
      for (const code of ['16107', '10001', '9020', '31705'])
        expect(await storedChanges(code), code).toEqual(expected.get(code));
      const { rows } = await database.pool.query(
        'SELECT count(*)::int AS n, count(DISTINCT station_id)::int AS stations FROM station_change',
      );
      expect(rows[0]).toEqual({ n: changes, stations: STATIONS });
    },
    LIMIT_MS,
  );

  async function storedChanges(code: string): Promise<string[]> {
    const { rows } = await database.pool.query<{ line: string }>(
      `SELECT concat_ws(',', (extract(epoch FROM fetched_at) * 1000)::bigint, num_bikes_available,
         num_mechanical_available, num_ebikes_available, num_docks_available, is_installed::int,
         is_renting::int, is_returning::int) AS line
       FROM station_change WHERE station_id = $1 ORDER BY fetched_at`,
      [code],
    );
    return rows.map(({ line }) => line);
  }
});

/** Line by line: where a station's counts or flags differ from its report before. */
async function changesByStation(file: string): Promise<Map<string, string[]>> {
  const reported = new Map<string, { atMs: number; state: string }[]>();
  let isHeader = true;
  for await (const lines of readLineBatches(file))
    for (const line of lines) {
      const cells = splitCsvLine(line);
      const [reportedText = '', code = '', fetchedText = '', , ...said] = cells;
      const [bikes, mechanical, ebikes, docks, , ...flags] = said;
      if (!isHeader) {
        const fetchedMs = Date.parse(`${fetchedText}Z`);
        const reportedMs = Date.parse(`${reportedText}Z`);
        const isOld = reportedMs < fetchedMs - DAY_MS || reportedMs > fetchedMs;
        const series = reported.get(code) ?? [];
        reported.set(code, series);
        const state = [bikes, mechanical, ebikes, docks, ...flags].join(',');
        series.push({ atMs: isOld ? fetchedMs : reportedMs, state });
      }
      isHeader = false;
    }
  const changes = new Map<string, string[]>();
  for (const [code, series] of reported) {
    series.sort((a, b) => a.atMs - b.atMs);
    const changed = series.filter(({ state }, i) => state !== series[i - 1]?.state);
    changes.set(
      code,
      changed.map(({ atMs, state }) => `${atMs},${state}`),
    );
  }
  return changes;
}
