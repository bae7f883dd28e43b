import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createArchiveStore } from '@/lib/archive/archiveStore';
import { decodeHour } from '@/lib/archive/hourParquet';
import { createTestCity, stationInformation, stationStatus } from '@/lib/archive/testCity';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createImportStore } from '@/lib/history/importStore';
import { dropPartitionsBefore, listPartitions } from '@/lib/stations/partitionStore';
import { pruneRunLogs } from '@/lib/stations/runLogStore';
import { HOUR_MS } from '@/lib/units/clock';
import { importHistory } from './importHistory';
import { enterSystem, type ImportRig, openImportRig, recordedLines } from './testImport';

const FROM = new Date('2022-05-30T00:00:00Z');
const NOW = new Date('2026-11-23T06:00:00Z');
const DAYS = 3;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let rig: ImportRig;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  rig = await openImportRig(database.pool, NOW);
});
afterEach(() => rig.remove());

const rowsOf = async (sql: string, values: unknown[]) =>
  (await database.pool.query(sql, values)).rows;

/** Everything that an import leaves in the database, without the names of systems. */
async function stored(systemId: string) {
  const [changes, looks, hours, events, stations] = await Promise.all([
    rowsOf(
      `SELECT station_id, fetched_at, last_reported_at, num_bikes_available, num_docks_available,
         is_renting FROM station_change WHERE system_id = $1 ORDER BY station_id, fetched_at`,
      [systemId],
    ),
    rowsOf(
      `SELECT started_at, outcome, source, median_reported_at FROM feed_fetch
       WHERE system_id = $1 ORDER BY started_at`,
      [systemId],
    ),
    rowsOf(
      'SELECT hour, rows, reconstructed FROM archive_hour WHERE system_id = $1 ORDER BY hour',
      [systemId],
    ),
    rowsOf(
      `SELECT station_id, kind, before, after, at FROM station_event
       WHERE system_id = $1 ORDER BY station_id, at, id`,
      [systemId],
    ),
    rowsOf(
      `SELECT station_id, station_code, name, capacity, first_seen_at, removed_at FROM station
       WHERE system_id = $1 ORDER BY station_id`,
      [systemId],
    ),
  ]);
  return { changes, looks, hours, events, stations };
}

const described = (code: string) => ({
  stationId: null,
  stationCode: code,
  name: `Station ${code}`,
  lat: 48.85,
  lon: 2.35,
  capacity: 20,
});
const CODES = ['16107', '9020', '31024_relais'];

async function recording(codes = CODES, from = FROM): Promise<string> {
  return rig.write('reports.csv', recordedLines(from, DAYS, codes));
}

describe('a recording that is imported', () => {
  test('is in the change log, in the archive, and among what was observed', async () => {
    await enterSystem(database.pool, 'whole');
    const file = await recording();
    const result = await importHistory(
      rig.deps('whole'),
      rig.request([file], { stations: CODES.map(described) }),
    );
    const looks = DAYS * 72 - 15;
    expect(result).toMatchObject({
      outcome: 'imported',
      rowsRead: looks * CODES.length,
      rejected: {},
      stations: 3,
      stationsCreated: 3,
      gapAfterS: 2_400,
      hours: DAYS * 24 - 5,
    });
    const { changes, looks: marks, hours } = await stored('whole');
    expect(changes).toHaveLength(result.changes);
    expect(marks.filter((mark) => mark.outcome === 'stored')).toHaveLength(looks);
    expect(hours.every((hour) => hour.reconstructed)).toBe(true);
    const missing = hours.map(({ hour }) => (hour.getTime() - FROM.getTime()) / HOUR_MS);
    expect(missing).not.toContain(32);

    const key = 'system=whole/date=2022-05-31/hour=02/status.parquet';
    const state = await decodeHour(await readFile(path.join(rig.directory, 'archive', key)));
    expect(state.reconstructed).toBe(true);
    expect(state.snapshotFetchedAt?.toISOString()).toBe('2022-05-31T01:59:15.000Z');
    const last = await rowsOf(
      `SELECT num_bikes_available AS bikes FROM station_change
       WHERE system_id = 'whole' AND station_id = '9020' AND fetched_at <= '2022-05-31T02:00Z'
       ORDER BY fetched_at DESC LIMIT 1`,
      [],
    );
    expect(state.stations[2]).toMatchObject({
      stationId: '9020',
      numBikesAvailable: last[0]?.bikes,
      capacity: 20,
    });
  });

  test('changes nothing when it is imported once more, even from another format of file', async () => {
    await enterSystem(database.pool, 'twice');
    const file = await recording();
    const request = rig.request([file], { stations: CODES.map(described) });
    await importHistory(rig.deps('twice'), request);
    const once = await stored('twice');
    expect((await importHistory(rig.deps('twice'), request)).outcome).toBe('present');
    const again = await importHistory(rig.deps('twice'), { ...request, again: true });
    expect(again).toMatchObject({ outcome: 'imported', stationsCreated: 0 });
    const other = await rig.write(
      'other.csv',
      (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .toReversed()
        .toSorted((a, b) => Number(b.startsWith('snapshot')) - Number(a.startsWith('snapshot'))),
    );
    await importHistory(rig.deps('twice'), rig.request([other]));
    expect(await stored('twice')).toEqual(once);
  });

  test.each(['loading', 'archiving'] as const)(
    'goes on where it was cut off while %s, to the same end',
    async (step) => {
      await enterSystem(database.pool, `cut-${step}`);
      await enterSystem(database.pool, `plain-${step}`);
      const request = rig.request([await recording()], { stations: CODES.map(described) });
      const cut = importHistory(
        rig.deps(`cut-${step}`, {
          onProgress: (progress) => {
            if (progress.step === step && progress.done > 1) throw new Error('killed');
          },
        }),
        request,
      );
      await expect(cut).rejects.toThrow('killed');
      const half = await stored(`cut-${step}`);
      let reloaded = 0;
      const resumed = await importHistory(
        rig.deps(`cut-${step}`, {
          onProgress: (progress) => {
            if (progress.step === 'loading') reloaded += 1;
          },
        }),
        request,
      );
      expect(reloaded).toBeLessThan(DAYS);
      const plain = await importHistory(rig.deps(`plain-${step}`), request);
      expect({ ...resumed, stationsCreated: 3 }).toEqual(plain);
      const whole = await stored(`plain-${step}`);
      expect(half).not.toEqual(whole);
      expect(await stored(`cut-${step}`)).toEqual(whole);
    },
  );
});

describe('an import beside this installation’s own record', () => {
  const LIVE = new Date('2022-06-01T12:00:00Z');

  test('leaves the own record alone, and the archive owes no hour of the years between', async () => {
    await enterSystem(database.pool, 'beside');
    const city = createTestCity(database.pool, 'beside');
    await city.fetchStations(LIVE, [
      stationInformation('1', { stationCode: '16107', name: 'Renamed since' }),
    ]);
    await city.fetchStatus(LIVE, [stationStatus('1', { numBikesAvailable: 33 })]);
    const file = await recording();
    const result = await importHistory(rig.deps('beside'), rig.request([file]));
    expect(result.unknownStations).toEqual(['31024_relais', '9020']);
    expect(Object.keys(result.rejected).sort()).toEqual(['observedHere', 'unknownStation']);
    expect(result.toAt.getTime()).toBeLessThan(LIVE.getTime());
    const rejects = await readFile(result.rejectsFile, 'utf8');
    expect(rejects.trimEnd().split('\n')).toHaveLength(
      1 + result.rejected.unknownStation! + result.rejected.observedHere!,
    );

    const stations = CODES.map(described);
    const later = await importHistory(rig.deps('beside'), rig.request([file], { stations }));
    expect(later).toMatchObject({ outcome: 'imported', stationsCreated: 2, stations: 3 });
    expect(later.rejected).not.toHaveProperty('unknownStation');
    expect(later.changes).toBeGreaterThan(result.changes * 2);

    const own = await rowsOf(
      `SELECT num_bikes_available AS bikes FROM station_change
       WHERE system_id = 'beside' AND fetched_at >= $1`,
      [LIVE],
    );
    expect(own).toEqual([{ bikes: 33 }]);
    const archive = createArchiveStore(database.pool);
    const soon = new Date(LIVE.getTime() + HOUR_MS);
    expect(await archive.dueHours('beside', soon)).toEqual([LIVE, soon]);
    expect(await createImportStore(database.pool, 'beside').readOwnLogBegin()).toEqual(LIVE);
  });

  test('outlives retention, with what was observed', async () => {
    await enterSystem(database.pool, 'kept');
    const request = rig.request([await recording()], { stations: CODES.map(described) });
    await importHistory(rig.deps('kept'), request);
    const before = await stored('kept');
    expect(await dropPartitionsBefore(database.pool, NOW)).not.toContain('station_change_2022_05');
    expect(await listPartitions(database.pool)).toContain('station_change_2022_06');
    await pruneRunLogs(database.pool, NOW);
    expect(await stored('kept')).toEqual(before);
  });
});

describe('a station that only the recording knows', () => {
  test('was added and removed, and is restored when a feed lists it again', async () => {
    await enterSystem(database.pool, 'gone');
    const request = rig.request([await recording(['16107'])], { stations: [described('16107')] });
    const { toAt } = await importHistory(rig.deps('gone'), request);
    const { stations, events } = await stored('gone');
    expect(stations).toMatchObject([{ station_id: '16107', removed_at: toAt }]);
    expect(events.map(({ kind, at }) => [kind, at.toISOString()])).toEqual([
      ['added', '2022-05-29T23:59:15.000Z'],
      ['removed', toAt.toISOString()],
    ]);
    await createTestCity(database.pool, 'gone').fetchStations(NOW, [
      stationInformation('16107', { stationCode: '16107', lat: 48.85, name: 'Station 16107' }),
    ]);
    const after = await stored('gone');
    expect(after.stations).toMatchObject([{ station_id: '16107', removed_at: null }]);
    expect(after.events.map(({ kind }) => kind)).toEqual(['added', 'removed', 'restored']);
  });

  test('moved before it was first described here where the recording has it elsewhere', async () => {
    await enterSystem(database.pool, 'moved');
    await createTestCity(database.pool, 'moved').fetchStations(NOW, [
      stationInformation('1', { stationCode: '16107', capacity: 30, lat: 48.9, name: 'Now' }),
    ]);
    const request = rig.request([await recording(['16107'])], { stations: [described('16107')] });
    await importHistory(rig.deps('moved'), request);
    await importHistory(rig.deps('moved'), { ...request, again: true });
    const { events } = await stored('moved');
    expect(events.map(({ kind, before, at }) => [kind, before, at])).toEqual([
      ['added', null, NOW],
      ['moved', { lat: 48.85, lon: 2.35 }, NOW],
      ['renamed', { name: 'Station 16107' }, NOW],
      ['resized', { capacity: 20 }, NOW],
    ]);
  });
});

test('files of which nothing can be taken write nothing but the rejects', async () => {
  await enterSystem(database.pool, 'none');
  const file = await recording();
  await expect(importHistory(rig.deps('none'), rig.request([file]))).rejects.toThrow(
    /No row can be taken.*unknownStation/,
  );
  expect(await stored('none')).toEqual({
    changes: [],
    looks: [],
    hours: [],
    events: [],
    stations: [],
  });
  await enterSystem(database.pool, 'invented', 'generated');
  const given = rig.request([file], { stations: CODES.map(described) });
  await expect(importHistory(rig.deps('invented'), given)).rejects.toThrow('an invented city');
  await importHistory(rig.deps('invented'), { ...given, intoSimulated: true });
  await expect(importHistory(rig.deps('nowhere'), rig.request([file]))).rejects.toThrow(
    'no system "nowhere"',
  );
});
