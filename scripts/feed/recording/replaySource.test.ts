import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import { readRecordedStations } from './readRecordedStations';
import { readReports } from './readReports';
import { ReplaySource } from './replaySource';
import type { Reports } from './reports';

const directory = mkdtempSync(path.join(tmpdir(), 'limelight-replay-'));
afterAll(() => rmSync(directory, { recursive: true }));

const HEADER =
  'reported_utc,station_code,first_fetched_utc,times_seen,bikes,mechanical,ebike,docks,capacity,is_installed,is_renting,is_returning';
const ROWS = [
  '2022-05-17 05:00:00,9034,2022-05-17 05:20:00,1,13,5,8,9,22,1,1,1',
  '2022-05-17 05:10:00,31024_relais,2022-05-17 05:20:00,1,0,0,0,20,20,1,1,1',
  '2022-05-17 05:30:00,9034,2022-05-17 06:20:00,1,2,2,0,20,24,1,0,0',
];
const STATIONS =
  'station_code,name,lat,lon,capacity\n9034,"Toudouze, ""Clauzel""",48.8793,2.3373,21\n31024_relais,Relais,48.86,2.41,\n';

function fileNamed(name: string, content: string | Buffer): string {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
}

async function makeReplay(reports: Reports, by: 'reported' | 'fetched' = 'reported') {
  const stations = await readRecordedStations(fileNamed('stations.csv', STATIONS));
  return new ReplaySource({
    reports,
    stations,
    by,
    label: 'test',
    startAt: null,
    timezone: 'Europe/Paris',
    stationIdOf: (code) => code,
    shownAt: (at) => at,
  });
}

const csv = `${HEADER}\n${ROWS.join('\n')}\n`;

describe('reading a recording', () => {
  it('reads plain and gzipped CSV alike', async () => {
    const plain = await readReports(fileNamed('plain.csv', csv));
    const packed = await readReports(fileNamed('packed.csv.gz', gzipSync(csv)));
    expect(plain.rows).toBe(3);
    expect(packed.codes).toEqual(['9034', '31024_relais']);
    expect([...packed.reportedS.slice(0, 3)]).toEqual([...plain.reportedS.slice(0, 3)]);
    expect(plain.reportedS[0]).toBe(Date.parse('2022-05-17T05:00:00Z') / 1_000);
  });

  it('reads Parquet, with other column names', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: ['1', '2'], type: 'STRING' },
        {
          name: 'snapshot_utc',
          data: [new Date(1_000_000), new Date(2_000_000)],
          type: 'TIMESTAMP',
        },
        { name: 'free', data: [3, 4], type: 'INT32' },
      ],
    });
    const file = fileNamed('other.parquet', Buffer.from(bytes));
    const reports = await readReports(file, { station: 'id', bikes: 'free' });
    expect(reports.codes).toEqual(['1', '2']);
    expect([...reports.reportedS]).toEqual([1_000, 2_000]);
    expect([...reports.bikes]).toEqual([3, 4]);
    expect([...reports.flags]).toEqual([7, 7]);
  });

  it('says which column is missing', async () => {
    const file = fileNamed('bad.csv', 'station_code,reported_utc\n1,2022-05-17 05:00:00\n');
    await expect(readReports(file)).rejects.toThrow(/no column for bikes/);
    await expect(readReports(file, { bikes: 'free' })).rejects.toThrow(/No column "free"/);
  });
});

describe('a replay', () => {
  it('shows the last report at or before the moment, and only stations that have reported', async () => {
    const replay = await makeReplay(await readReports(fileNamed('a.csv', csv)));
    replay.advanceTo(new Date('2022-05-17T05:09:59Z'));
    expect(replay.statuses().map((s) => [s.stationId, s.numBikesAvailable])).toEqual([
      ['9034', 13],
    ]);
    replay.advanceTo(new Date('2022-05-17T05:30:00Z'));
    expect(replay.statuses()).toEqual([
      {
        stationId: '9034',
        numBikesAvailable: 2,
        numMechanicalAvailable: 2,
        numEbikesAvailable: 0,
        numDocksAvailable: 20,
        isInstalled: true,
        isRenting: false,
        isReturning: false,
        lastReportedAt: new Date('2022-05-17T05:30:00Z'),
      },
      expect.objectContaining({ stationId: '31024_relais', numBikesAvailable: 0 }),
    ]);
  });

  it('goes back when asked to', async () => {
    const replay = await makeReplay(await readReports(fileNamed('b.csv', csv)));
    replay.advanceTo(new Date('2022-05-18T00:00:00Z'));
    replay.advanceTo(new Date('2022-05-17T05:00:00Z'));
    expect(replay.statuses().map((s) => s.numBikesAvailable)).toEqual([13]);
    expect(replay.stations()[0]!.capacity).toBe(22);
  });

  it('by fetch time shows what a reader could have known', async () => {
    const replay = await makeReplay(await readReports(fileNamed('c.csv', csv)), 'fetched');
    replay.advanceTo(new Date('2022-05-17T06:19:59Z'));
    expect(replay.statuses().map((s) => s.numBikesAvailable)).toEqual([13, 0]);
    replay.advanceTo(new Date('2022-05-17T06:20:00Z'));
    expect(replay.statuses()[0]!.numBikesAvailable).toBe(2);
  });

  it('takes the capacity of the report where the list was taken at another time', async () => {
    const replay = await makeReplay(await readReports(fileNamed('d.csv', csv)));
    replay.advanceTo(new Date('2022-05-17T05:29:00Z'));
    expect(replay.stations().map((s) => [s.name, s.capacity])).toEqual([
      ['Toudouze, "Clauzel"', 22],
      ['Relais', 20],
    ]);
    replay.advanceTo(new Date('2022-05-17T05:30:00Z'));
    expect(replay.stations()[0]!.capacity).toBe(24);
  });

  it('agrees with a plain search, in whatever order the reports come', async () => {
    const report = fc.record({
      station: fc.integer({ min: 0, max: 4 }),
      minute: fc.integer({ min: 0, max: 59 }),
      bikes: fc.integer({ min: 0, max: 40 }),
    });
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(report, {
          minLength: 1,
          maxLength: 40,
          selector: (r) => r.station * 60 + r.minute,
        }),
        fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 5 }),
        async (reports, moments) => {
          const lines = reports.map(
            (r) => `s${r.station},2022-05-17 05:${String(r.minute).padStart(2, '0')}:00,${r.bikes}`,
          );
          files += 1;
          const file = fileNamed(
            `p${files}.csv`,
            `station_code,reported_utc,bikes\n${lines.join('\n')}`,
          );
          const replay = await makeReplay(await readReports(file));
          for (const moment of moments) {
            replay.advanceTo(new Date(Date.UTC(2022, 4, 17, 5, moment)));
            const shown = new Map(replay.statuses().map((s) => [s.stationId, s.numBikesAvailable]));
            for (let station = 0; station <= 4; station += 1) {
              const last = reports
                .filter((r) => r.station === station && r.minute <= moment)
                .sort((a, b) => a.minute - b.minute)
                .at(-1);
              expect(shown.get(`s${station}`)).toBe(last?.bikes);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
