import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '@/lib/archive/fileStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { recordingsDir } from '@/lib/env/testEnv';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { dayKindOf } from '@/lib/history/dayKindOf';
import { createDayLedgerStore } from '@/lib/history/dayLedgerStore';
import { createDaySourceStore } from '@/lib/history/daySourceStore';
import { createRateStore } from '@/lib/history/rateStore';
import { createInsightDayStore } from '@/lib/insights/insightDayStore';
import { insightFilterSchema } from '@/lib/insights/insightFilter';
import { readLineBatches, splitCsvLine } from '@/scripts/feed/recording/csvLines';
import { readRecordedStations } from '@/scripts/feed/recording/readRecordedStations';
import { importHistory } from './importHistory';
import { loadInsights } from './loadInsights';
import { packInsightDays } from './packInsightDays';
import { refreshRates } from './refreshRates';
import { summariseDays } from './summariseDays';
import { enterSystem, type ImportRig, openImportRig } from './testImport';
import { HAND_STATIONS, mornings, readByHand } from './testRecordingByHand';

const SYSTEM = 'velib';
const PARIS = 'Europe/Paris';
const NOW = new Date('2026-11-23T06:00:00Z');
const velib = path.join(recordingsDir(), 'velib');
const reports = path.join(velib, 'velib_2022-05_2022-06_reports');
const stationsFile = path.join(velib, 'velib_stations_2022-06.csv');
const isRecorded = existsSync(`${reports}.csv.gz`) && existsSync(stationsFile);
const LIMIT_MS = 300_000;

describe.skipIf(!isRecorded)(
  'Three stations by hand, May and June 2022 (skips without the recordings)',
  () => {
    let database: Awaited<ReturnType<typeof openTestDatabase>>;
    let rig: ImportRig;
    beforeAll(async () => {
      database = await openTestDatabase();
      rig = await openImportRig(database.pool, NOW);
      await enterSystem(database.pool, SYSTEM);
    });
    afterAll(async () => {
      await rig.remove();
      await database.close();
    });

    /** The lines of the three stations and of every hundredth other one: all of them take a minute. */
    async function writeSlice(): Promise<string> {
      const kept: string[] = [];
      for await (const lines of readLineBatches(`${reports}.csv.gz`)) {
        for (const line of lines) {
          const code = splitCsvLine(line)[1]!;
          if (code.endsWith('01') || code === 'station_code' || HAND_STATIONS.includes(code))
            kept.push(line);
        }
      }
      return rig.write('slice.csv', kept);
    }

    async function importAndCount(slice: string): Promise<void> {
      const { pool } = database;
      const stations = await readRecordedStations(stationsFile);
      await importHistory(rig.deps(SYSTEM), rig.request([slice], { stations }));
      const clock = () => NOW;
      const store = openFileStore(path.join(rig.directory, 'archive'));
      const cacheDir = path.join(rig.directory, 'cache');
      await summariseDays({
        reader: createHistoryReader({ pool, store, cacheDir, systemId: SYSTEM, clock }),
        source: createDaySourceStore(pool, SYSTEM),
        ledger: createDayLedgerStore(pool, SYSTEM),
        timeZone: PARIS,
        clock,
      });
      await refreshRates({ store: createRateStore(pool, SYSTEM), timeZone: PARIS, clock });
      await packInsightDays(createInsightDayStore(pool, SYSTEM));
    }

    test(
      'weekday mornings are empty as a plain reading of the lines says',
      async () => {
        const slice = await writeSlice();
        await importAndCount(slice);
        const period = { from: '2022-05-12', to: '2022-06-09' };
        const filter = insightFilterSchema.parse(period);
        const insights = await loadInsights(database.pool, SYSTEM, filter, period, (date) =>
          dayKindOf(date, PARIS),
        );
        const byHand = await readByHand(slice, mornings(period));
        for (const code of HAND_STATIONS) {
          const row = insights.stations.find(({ stationId }) => stationId === code);
          const hand = byHand.get(code)!;
          expect(row).toMatchObject(hand);
        }
        expect(insights.hasRates).toBe(true);
        expect(insights.city.uncoveredADay).toBeLessThan(insights.city.lostADay!);
      },
      LIMIT_MS,
    );
  },
);
