import { existsSync } from 'node:fs';
import path from 'node:path';
import { recordingsDir } from '@/lib/env/testEnv';
import type { StationRecord } from '@/lib/pipeline/stationRecord';
import { test as base, expect } from './fixtures';
import { banners, mapCanvas, stationPanel } from './support/mapPage';
import { type Replay, startReplay } from './support/replay';

const reportsFile = path.join(recordingsDir(), 'velib/velib_2022-05_2022-06_reports.csv.gz');
const stationsFile = path.join(recordingsDir(), 'velib/velib_stations_2022-06.csv');
const isRecorded = existsSync(reportsFile) && existsSync(stationsFile);

const test = base.extend<object, { replay: Replay }>({
  replay: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs here
    async ({}, use) => {
      const at = new Date('2022-05-17T05:30:00Z');
      const replay = await startReplay({ reportsFile, stationsFile, at, label: 'Vélib’' });
      await use(replay);
      await replay.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.skip(!isRecorded, 'the recordings of May 2022 are not on this machine');
test.setTimeout(90_000);

/**
 * Worked out by hand from each station's last row at or before 17 May 2022, 05:30 UTC, of the
 * recording, with the built-in thresholds: target = a fifth of the docks, rounded up, at least 3;
 * empty at 0, critical at half of the target, low below it.
 *
 *     reported_utc,station_code,first_fetched_utc,times_seen,bikes,mechanical,ebike,docks,capacity
 *     2022-05-17 05:29:51,10001,...,2,2,0,59,62     62/5 -> 13; 2 <= 6.5
 *     2022-05-17 04:33:39,1006,...,0,0,0,32,33      33/5 -> 7
 *     2022-05-17 04:36:05,10037,...,3,2,1,22,26     26/5 -> 6; 3 is just half
 *     2022-05-17 04:32:33,10036,...,4,2,2,24,28     28/5 -> 6; 4 is more than half
 *     2022-05-17 04:34:08,10006,...,5,3,2,23,28     28/5 -> 6
 *     2022-05-17 04:35:24,10031,...,23,19,4,13,37   37/5 -> 8
 *     2022-05-17 04:35:22,10033,...,0,0,0,24,24     is_renting 0
 *     2022-05-16 16:07:49,12004,...,6,5,1,26,34     12.5 h behind the median, 04:34:25
 */
const BY_HAND = [
  ['10001', 'René Boulanger - Lancry', 'critical', 2, 62, 13, 11],
  ['1006', 'Grande Truanderie - Saint-Denis', 'empty', 0, 33, 7, 7],
  ['10037', 'Quai de Valmy', 'critical', 3, 26, 6, 3],
  ['10036', 'Aqueduc - Villette', 'low', 4, 28, 6, 2],
  ['10006', 'Petites Ecuries - Faubourg Saint-Denis', 'low', 5, 28, 6, 1],
  ['10031', 'Louis Blanc - Aqueduc', 'ok', 23, 37, 8, 0],
  ['10033', 'Gare du Nord - Saint-Vincent de Paul', 'unknown', 0, 24, null, 0],
  ['12004', 'Traversière - Ledru-Rollin', 'unknown', 6, 34, null, 0],
] as const;

/** The same for the whole city, counted with a spreadsheet's means from the same rows. */
const COUNTS = { empty: 43, critical: 294, low: 198, ok: 870 };

test('Paris on 17 May 2022 at 07:30 is on the map as it was recorded', async ({ page, replay }) => {
  const response = await page.request.get(`${replay.url}/api/v1/stations`);
  const { stations } = (await response.json()) as { stations: StationRecord[] };
  const byCode = new Map(stations.map((station) => [station.stationCode, station]));
  for (const [code, name, severity, bikes, capacity, targetBikes, shortage] of BY_HAND) {
    expect(byCode.get(code), name).toMatchObject({
      ...{ name, severity, capacity, targetBikes, shortage, numBikesAvailable: bikes },
    });
  }
  expect(byCode.get('10033')?.unknownReason).toBe('notRenting');
  expect(byCode.get('12004')?.unknownReason).toBe('stale');
  for (const [severity, count] of Object.entries(COUNTS)) {
    expect(stations.filter((one) => one.severity === severity).length, severity).toBe(count);
  }

  const { stationId, name } = byCode.get('10001')!;
  await page.goto(`${replay.url}/map?station=${stationId}`);
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
  await expect(stationPanel(page, name)).toContainText('2 of 62 bikes, target 13; ');
  await expect(stationPanel(page, name)).toContainText('Station 10001');
  await expect(banners(page)).toContainText('Replay of 2022-05-17 (Vélib’)');
  await expect(banners(page)).toContainText('a recording, played again');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  for (const [severity, count] of [
    ['Empty', 43],
    ['Critical', 294],
    ['Low', 198],
    ['Fine', 870],
  ] as const) {
    await expect(
      page.getByRole('button', { name: `${severity}: ${count} stations`, exact: true }),
    ).toBeVisible();
  }
});
