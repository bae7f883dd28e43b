import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { environmentWith } from '@/lib/env/testEnv';
import { importHistory } from '@/lib/pipeline/importHistory';
import {
  enterSystem,
  type ImportRig,
  openImportRig,
  recordedLines,
} from '@/lib/pipeline/testImport';
import { readRecordedStations } from '../feed/recording/readRecordedStations';

const DAYS = 3;
const CODES = ['16107', '9020'];

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let rig: ImportRig;
beforeAll(async () => {
  database = await openTestDatabase();
  rig = await openImportRig(database.pool, new Date('2026-11-23T06:00:00Z'));
});
afterAll(async () => {
  await rig.remove();
  await database.close();
});

function runImport(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/history/importMain.ts', ...args], {
    env: environmentWith({
      DATABASE_URL: database.url,
      DATA_DIR: rig.directory,
      SYSTEM_ID: 'killed',
      CALLED_FROM: rig.directory,
    }),
  });
}

/** Ends the process without a word as soon as it says so. */
async function killAt(child: ChildProcess, word: string): Promise<void> {
  child.stderr?.on('data', (text: Buffer) => {
    if (text.includes(word)) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

async function outputOf(child: ChildProcess): Promise<{ code: number; text: string }> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  const [code] = await once(child, 'exit');
  return { code, text };
}

const countsOf = async (systemId: string) =>
  (
    await database.pool.query(
      `SELECT (SELECT count(*)::int FROM station_change WHERE system_id = $1) AS changes,
         (SELECT count(*)::int FROM feed_fetch WHERE system_id = $1) AS looks,
         (SELECT count(*)::int FROM archive_hour WHERE system_id = $1) AS hours,
         (SELECT count(*)::int FROM station_event WHERE system_id = $1) AS events`,
      [systemId],
    )
  ).rows[0];

test('the command, killed while it loads and while it archives, ends as if it never was', async () => {
  await enterSystem(database.pool, 'killed');
  await enterSystem(database.pool, 'plain');
  const file = await rig.write(
    'reports.csv',
    recordedLines(new Date('2022-05-30T00:00:00Z'), DAYS, CODES),
  );
  const stationsFile = await rig.write('stations.csv', [
    'station_code,name,lat,lon,capacity',
    ...CODES.map((code) => `${code},"Station, ${code}",48.85,2.35,20`),
  ]);
  const args = ['reports.csv', '--stations', 'stations.csv'];
  await killAt(runImport(...args), 'Loading days');
  await killAt(runImport(...args), 'Archiving hours');
  const { code, text } = await outputOf(runImport(...args));
  expect(text).toMatch(/402 rows of 2 stations/);
  expect(code).toBe(0);

  const stations = await readRecordedStations(path.resolve(stationsFile));
  await importHistory(rig.deps('plain'), rig.request([file], { stations }));
  expect(await countsOf('killed')).toEqual(await countsOf('plain'));
  expect((await outputOf(runImport(...args))).text).toContain('imported before: nothing to do');
}, 60_000);

test('a wrong command line is answered with what is wrong', async () => {
  const { code, text } = await outputOf(runImport('--map', 'wheels=2', 'reports.csv'));
  expect(code).toBe(1);
  expect(text).toContain('--map: "wheels=2" is not FIELD=COLUMN');
});
