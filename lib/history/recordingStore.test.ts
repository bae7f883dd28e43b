import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordingStage } from './recordingStage';
import { openRecordingStage } from './recordingStore';
import type { ColumnMap } from './reportColumns';

const NOW_MS = Date.parse('2026-11-23T06:00:00Z');
const at = (text: string) => Date.parse(`${text}Z`);

let directory: string;
let stage: RecordingStage;
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'limelight-recording-'));
  stage = await openRecordingStage(path.join(directory, 'work'), null);
});
afterEach(async () => {
  await stage.close();
  await rm(directory, { recursive: true, force: true });
});

async function write(name: string, lines: string[]): Promise<string> {
  const file = path.join(directory, name);
  const text = `${lines.join('\n')}\n`;
  await writeFile(file, name.endsWith('.gz') ? gzipSync(text) : text);
  return file;
}

/** Reads files, names every station after itself, and orders the rows. */
async function observe(files: string[], columns: ColumnMap = {}, beforeMs = NOW_MS) {
  for (const file of files) await stage.readFile(file, columns);
  const words = await stage.readStations();
  const named = words
    .filter((word) => word !== 'nowhere')
    .map((station) => ({ station, stationId: `id-${station}`, capacity: 20 }));
  await stage.observe(named, { beforeMs, nowMs: NOW_MS, isReal: true });
}

async function changes(): Promise<string[]> {
  const file = path.join(directory, 'changes.csv');
  await stage.writeChanges('velib', 0, NOW_MS, file);
  return (await readFile(file, 'utf8')).trimEnd().split('\n');
}

const HEADER =
  'reported_utc,station_code,first_fetched_utc,times_seen,bikes,mechanical,ebike,docks,capacity,is_installed,is_renting,is_returning';

describe('a recording on its way in', () => {
  it('becomes changes at the station’s own time, whatever the order of the files', async () => {
    const later = await write('b.csv.gz', [
      HEADER,
      '2022-05-17 07:10:00,16107,2022-05-17 07:30:00,2,5,3,2,15,20,1,1,1',
      '2022-05-17 08:10:00,16107,2022-05-17 08:30:00,1,4,3,1,16,20,1,0,1',
    ]);
    const earlier = await write('a.csv', [
      HEADER,
      '2022-05-17 06:10:00,16107,2022-05-17 06:30:00,1,5,3,2,15,20,1,1,1',
    ]);
    await observe([later, earlier]);
    expect(await changes()).toEqual([
      'velib,id-16107,2022-05-17 06:10:00+00,2022-05-17 06:10:00+00,5,3,2,15,true,true,true',
      'velib,id-16107,2022-05-17 08:10:00+00,2022-05-17 08:10:00+00,4,3,1,16,true,false,true',
    ]);
    expect(await stage.readLooks()).toMatchObject([
      { atMs: at('2022-05-17T06:10:00') },
      { atMs: at('2022-05-17T07:10:00') },
      { atMs: at('2022-05-17T08:10:00') },
    ]);
    expect(await stage.readRejected()).toEqual({});
  });

  it('is placed where it was seen when the report is of last year, or from the future', async () => {
    const file = await write('a.csv', [
      HEADER,
      '2018-02-01 06:10:00,silent,2022-05-17 06:30:00,9,5,3,2,15,20,1,1,1',
      '2022-05-17 09:00:00,fast,2022-05-17 06:30:00,1,5,3,2,15,20,1,1,1',
    ]);
    await observe([file]);
    const rows = (await changes()).map((line) => line.split(',').slice(1, 4));
    expect(rows).toEqual([
      ['id-fast', '2022-05-17 06:30:00+00', '2022-05-17 09:00:00+00'],
      ['id-silent', '2022-05-17 06:30:00+00', '2018-02-01 06:10:00+00'],
    ]);
  });

  it('by looks: each is where it was made, and a poll that brought nothing new is one too', async () => {
    await stage.close();
    stage = await openRecordingStage(path.join(directory, 'work'), 'fetched');
    const file = await write('a.csv', [
      HEADER,
      '2022-05-17 06:10:00,a,2022-05-17 06:30:00,2,5,3,2,15,20,1,1,1',
    ]);
    const polls = await write('polls.csv', [
      'committed_utc,source,rows',
      '2022-05-17T06:30:00Z,gbfs,1414',
      '2022-05-17T06:45:00Z,gbfs,1414',
      '2022-05-17T07:00:00Z,missing,0',
    ]);
    await stage.readPolls(polls);
    await observe([file]);
    expect((await stage.readLooks()).map(({ atMs }) => atMs)).toEqual([
      at('2022-05-17T06:30:00'),
      at('2022-05-17T06:45:00'),
    ]);
    expect((await changes())[0]).toContain('2022-05-17 06:30:00+00,2022-05-17 06:10:00+00');
  });

  it('lists every row that cannot be taken, with the reason', async () => {
    const file = await write('a.csv', [
      'station_id,time,free',
      's,2022-05-17 06:00:00,5',
      ',2022-05-17 06:01:00,5',
      's,yesterday,5',
      's,2022-05-17 06:03:00,-1',
      's,2022-05-17 06:04:00,many',
      's,2022-05-17 06:05:00',
      's,2022-05-17 06:06:00,5,6',
      'nowhere,2022-05-17 06:07:00,5',
      's,2030-05-17 06:08:00,5',
      's,2026-11-22 06:09:00,5',
      's,2022-05-17T08:10:00+02:00,7',
    ]);
    await observe([file], { fetched: 'time', bikes: 'free' }, at('2026-11-01T00:00:00'));
    expect(await stage.readRejected()).toEqual({
      noBikes: 2,
      torn: 2,
      future: 1,
      noStation: 1,
      noTime: 1,
      observedHere: 1,
      unknownStation: 1,
    });
    const rejects = path.join(directory, 'rejects.csv');
    await stage.writeRejects(rejects);
    const lines = (await readFile(rejects, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[1]).toBe(`${file},2,noStation,",2022-05-17 06:01:00,5"`);
    expect(lines.slice(1).map((line) => line.split(',').slice(1, 3).join(' '))).toEqual([
      '2 noStation',
      '3 noTime',
      '4 noBikes',
      '5 noBikes',
      '6 torn',
      '7 torn',
      '8 unknownStation',
      '9 future',
      '10 observedHere',
    ]);
    expect((await changes()).map((line) => line.split(',')[2])).toEqual([
      '2022-05-17 06:00:00+00',
      '2022-05-17 06:10:00+00',
    ]);
  });

  it('reads Parquet with instants of any kind, and the archive’s own hours by their changes', async () => {
    const file = path.join(directory, 'hours.parquet');
    const duckdb = await DuckDBInstance.create(':memory:');
    const connection = await duckdb.connect();
    await connection.run(`COPY (SELECT * FROM (VALUES
      ('a', TIMESTAMPTZ '2026-10-01 08:00:00+00', 5, true, TIMESTAMPTZ '2026-10-01 07:58:00+00'),
      ('a', TIMESTAMPTZ '2026-10-01 09:00:00+00', 5, true, TIMESTAMPTZ '2026-10-01 07:58:00+00'),
      ('a', TIMESTAMPTZ '2026-10-01 10:00:00+00', 5, false, TIMESTAMPTZ '2026-10-01 09:30:00+00'))
      AS t(station_id, hour_at, num_bikes_available, is_renting, fetched_at)) TO '${file}'`);
    connection.closeSync();
    duckdb.closeSync();
    await observe([file]);
    expect((await changes()).map((line) => line.split(',').slice(2, 5))).toEqual([
      ['2026-10-01 07:58:00+00', '', '5'],
      ['2026-10-01 09:30:00+00', '', '5'],
    ]);
    expect((await stage.readLooks()).map(({ atMs }) => new Date(atMs).getUTCHours())).toEqual([
      8, 9, 10,
    ]);
  });

  it('tells the city at whole hours, with the docks and the reports of then', async () => {
    const file = await write('a.csv', [
      HEADER,
      '2022-05-17 06:10:00,a,2022-05-17 06:30:00,1,5,3,2,15,20,1,1,1',
      '2022-05-17 07:50:00,a,2022-05-17 08:30:00,1,5,3,2,15,0,1,1,1',
      '2022-05-17 08:55:00,b,2022-05-17 09:30:00,1,1,,,9,30,1,1,0',
      '2022-05-17 08:59:00,a,2022-05-17 09:30:00,1,6,3,3,14,24,1,1,1',
    ]);
    await observe([file]);
    const hours = ['07', '08', '09'].map((hour) => at(`2022-05-17T${hour}:00:00`));
    await stage.prepareHours(hours);
    const states = await stage.readHours(hours[1]!, hours[2]! + 1);
    expect([...states.keys()]).toEqual(hours.slice(1));
    expect(states.get(hours[1]!)).toEqual([
      {
        stationId: 'id-a',
        numBikesAvailable: 5,
        numMechanicalAvailable: 3,
        numEbikesAvailable: 2,
        numDocksAvailable: 15,
        capacity: 20,
        isInstalled: true,
        isRenting: true,
        isReturning: true,
        lastReportedAt: new Date('2022-05-17T07:50:00Z'),
        fetchedAt: new Date('2022-05-17T06:10:00Z'),
      },
    ]);
    const nine = states.get(hours[2]!)!;
    expect(nine.map(({ stationId, capacity }) => [stationId, capacity])).toEqual([
      ['id-a', 24],
      ['id-b', 30],
    ]);
    expect(nine[1]).toMatchObject({ numMechanicalAvailable: null, isReturning: false });
    expect(await stage.readCapacities()).toContainEqual({
      stationId: 'id-a',
      atMs: at('2022-05-17T08:59:00'),
      capacity: 24,
      before: 20,
    });
  });

  it('refuses a file without a needed column, and says what it has', async () => {
    const file = await write('a.csv', ['place,when', 'x,y']);
    await expect(stage.readFile(file, {})).rejects.toThrow(
      'The recording has no column for station, bikes, reported: place, when',
    );
  });
});
