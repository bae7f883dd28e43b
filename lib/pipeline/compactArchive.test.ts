import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveKey } from '@/lib/archive/archiveKey';
import { createArchiveStore } from '@/lib/archive/archiveStore';
import { openFileStore } from '@/lib/archive/fileStore';
import { decodeHour, encodeHour } from '@/lib/archive/hourParquet';
import { createLocalObjects } from '@/lib/archive/localObjectsStore';
import { type ObjectStore, sha256Hex } from '@/lib/archive/objectStore';
import { openObjectStore } from '@/lib/archive/openObjectStore';
import { createTestCity, stationInformation, stationStatus } from '@/lib/archive/testCity';
import { startTestProxy, type TestProxy } from '@/lib/archive/testProxy';
import type { DatabaseHandle } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { testS3 } from '@/lib/env/testEnv';
import { openAnalysis } from '@/lib/history/analysisStore';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { keepFeedGaps } from '@/lib/history/feedGapStore';
import type { HistoryBatch, HistoryReader } from '@/lib/history/historyReader';
import type { StationStatus } from '@/lib/stations/station';
import { HOUR_MS, MINUTE_MS } from '@/lib/units/clock';
import { seededRng } from '@/lib/units/rng';
import { archiveDueHours } from './archiveDueHours';
import { compactArchive } from './compactArchive';

let db: DatabaseHandle;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'limelight-compact-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const BEGINS_AT = new Date('2026-09-29T20:10:00Z');
const MONTH_ENDS_AT = new Date('2026-10-01T00:00:00Z');
const ENDS_AT = new Date('2026-10-01T05:00:00Z');
const NOW_AT = new Date('2026-10-01T05:00:20Z');
/** Days between two months, whose log is then cut at the month's end as retention does. */
const SPAN = { fromAt: BEGINS_AT.getTime() / 1_000, toAt: ENDS_AT.getTime() / 1_000 };
const IDS = Array.from({ length: 9 }, (_, i) => `s${i}`);

/** Two nights of a city, archived hour by hour; s0 stands still throughout. */
async function liveThrough(systemId: string, store: ObjectStore, archivedAt = NOW_AT) {
  const city = createTestCity(db.pool, systemId);
  await city.fetchStations(
    BEGINS_AT,
    IDS.map((id) => stationInformation(id)),
  );
  const rng = seededRng(11);
  let now: StationStatus[] = IDS.map((id) => stationStatus(id));
  for (let atMs = BEGINS_AT.getTime(); atMs <= ENDS_AT.getTime(); atMs += 5 * MINUTE_MS) {
    const isOut = atMs > Date.UTC(2026, 8, 30, 3, 20) && atMs < Date.UTC(2026, 8, 30, 4, 50);
    if (isOut) continue;
    now = now.map((station) => {
      if (station.stationId === 's0' || rng() < 0.7) return station;
      const lastReportedAt = new Date(atMs - Math.floor(rng() * 250_000));
      const numBikesAvailable = Math.floor(rng() * 20);
      const numDocksAvailable = rng() < 0.1 ? null : 20 - numBikesAvailable;
      return { ...station, numBikesAvailable, numDocksAvailable, lastReportedAt };
    });
    await city.fetchStatus(new Date(atMs + 312), now);
  }
  await archiveDueHours({ db: db.pool, store, systemId, nowAt: archivedAt });
}

/** What retention does once a month is old, and the pruning of fetches with it. */
async function forgetSeptember(systemId: string): Promise<void> {
  for (const [table, column] of [
    ['station_change', 'fetched_at'],
    ['feed_fetch', 'started_at'],
  ])
    await db.pool.query(`DELETE FROM ${table} WHERE system_id = $1 AND ${column} < $2`, [
      systemId,
      MONTH_ENDS_AT,
    ]);
}

function openReader(systemId: string, store: ObjectStore): HistoryReader {
  const cacheDir = path.join(folder, `cache-${systemId}`);
  return createHistoryReader({ pool: db.pool, store, cacheDir, systemId, clock: () => NOW_AT });
}

async function compact(systemId: string, store: ObjectStore, nowAt = NOW_AT) {
  const tempDir = path.join(folder, `cache-${systemId}`);
  await mkdir(tempDir, { recursive: true });
  const analysis = openAnalysis({ tempDir, memoryMb: 128, threads: 1 });
  const objects = createLocalObjects(store, {
    cacheDir: tempDir,
    maxBytes: 2 ** 30,
    clock: () => nowAt,
  });
  try {
    const deps = { db: db.pool, store, objects, analysis, tempDir, systemId, nowAt };
    return await compactArchive(deps);
  } finally {
    await analysis.close();
  }
}

/** Hours of September that the archive has, epoch seconds. */
function septemberHours(): number[] {
  const hours: number[] = [];
  const first = Math.ceil(BEGINS_AT.getTime() / HOUR_MS) * HOUR_MS;
  for (let atMs = first; atMs < MONTH_ENDS_AT.getTime(); atMs += HOUR_MS) hours.push(atMs / 1_000);
  return hours;
}

/** What is told of each station at each of these instants. */
async function citiesAt(reader: HistoryReader, instants: readonly number[]) {
  const cities = [];
  for (const at of instants) {
    const { stations, status, isUnobserved } = (await reader.readCityAt(new Date(at * 1_000)))!;
    cities.push({ at, stations, status: { ...status, lastReportedAt: null }, isUnobserved });
  }
  return cities;
}

async function rowsOf(reader: HistoryReader, stationIds?: readonly string[]) {
  const rows: unknown[][] = [];
  for await (const batch of reader.streamRows(SPAN, stationIds) as AsyncIterable<HistoryBatch>)
    for (const [i, at] of batch.at.entries())
      rows.push([
        batch.tier,
        at,
        batch.stationId[i],
        batch.numBikesAvailable[i],
        batch.capacity[i],
      ]);
  return rows;
}

describe('a month in three tiers', () => {
  it('is told alike by the log, by the hours and by the compacted month', async () => {
    const systemId = `tiers-${randomUUID()}`;
    const store = openFileStore(path.join(folder, systemId));
    await liveThrough(systemId, store);
    const hours = septemberHours();
    const byLog = await citiesAt(openReader(systemId, store), hours);
    const truth = new Map(byLog.map(({ at, status }) => [at, status]));
    const archived = { ...SPAN, fromAt: hours[0]! };
    const gaps = await openReader(systemId, store).readUnobserved(archived);
    expect(gaps).toHaveLength(1);

    await keepFeedGaps(db.pool);
    await forgetSeptember(systemId);
    const check = async () => {
      const reader = openReader(systemId, store);
      expect(await citiesAt(reader, hours)).toEqual(byLog);
      expect(await reader.readReach()).toMatchObject({ oldestAt: hours[0] });
      expect(await reader.readUnobserved(archived)).toEqual(gaps);
      for (const [i, id] of IDS.entries()) {
        const series = (await reader.readStation(id, SPAN))!;
        const told = series.samples.at.slice(0, hours.length);
        expect(told).toEqual(hours);
        expect(series.samples.numBikesAvailable.slice(0, hours.length)).toEqual(
          hours.map((at) => truth.get(at)!.numBikesAvailable[i]),
        );
        expect(series.samples.numDocksAvailable.slice(0, hours.length)).toEqual(
          hours.map((at) => truth.get(at)!.numDocksAvailable[i]),
        );
      }
      return rowsOf(reader);
    };
    const byHours = await check();
    // October's first hour too: what is left of the log begins a moment after it.
    const toldByHours = (hours.length + 1) * IDS.length;
    expect(byHours.filter(([tier]) => tier === 'hours')).toHaveLength(toldByHours);
    expect(byHours.some(([tier]) => tier === 'changes')).toBe(true);

    const [month] = await compact(systemId, store);
    expect(month).toMatchObject({ hours: hours.length, rows: hours.length * IDS.length });
    // Whatever the reader says from now on, it says from the month: the hours are out of reach.
    await rm(path.join(folder, systemId, `system=${systemId}`, 'date=2026-09-30'), {
      recursive: true,
    });
    const reader = openReader(systemId, store);
    expect(await rowsOf(reader)).toEqual(byHours);
    expect(await rowsOf(reader, ['s3'])).toEqual(byHours.filter(([, , id]) => id === 's3'));
  });

  it('fills a station that has not moved since the log was cut from its last hour', async () => {
    const systemId = `still-${randomUUID()}`;
    const store = openFileStore(path.join(folder, systemId));
    await liveThrough(systemId, store);
    await forgetSeptember(systemId);
    // s0 changes at last: its status no longer says how it stood all the time before.
    const city = createTestCity(db.pool, systemId);
    await city.fetchStatus(
      new Date(ENDS_AT.getTime() + 10_000),
      IDS.map((id) => stationStatus(id, { numBikesAvailable: 17 })),
    );
    const past = await openReader(systemId, store).readCityAt(new Date('2026-10-01T02:30:00Z'));
    expect(past!.status.numBikesAvailable[0]).toBe(5);
    expect(past!.status.numBikesAvailable).not.toContain(null);
  });
});

describe('compactArchive', () => {
  it('makes a month once, and anew when hours are added', async () => {
    const systemId = `once-${randomUUID()}`;
    const store = openFileStore(path.join(folder, systemId));
    await liveThrough(systemId, store);
    expect(await compact(systemId, store, new Date('2026-09-30T23:59:59Z'))).toEqual([]);
    const [first] = await compact(systemId, store);
    expect(await compact(systemId, store)).toEqual([]);

    await importHour(systemId, store, new Date('2026-09-02T10:00:00Z'));
    const [second] = await compact(systemId, store);
    expect(second).toMatchObject({ hours: first!.hours + 1, rows: first!.rows + IDS.length });
    expect(await store.list(`system=${systemId}/compact`)).toEqual(
      [first!.key, second!.key].sort(),
    );
    expect(await compact(systemId, store)).toEqual([]);
  });

  it('waits for hours that are still due', async () => {
    const systemId = `due-${randomUUID()}`;
    const store = openFileStore(path.join(folder, systemId));
    await liveThrough(systemId, store, new Date('2026-09-30T12:00:20Z'));
    expect(await compact(systemId, store)).toEqual([]);
    await archiveDueHours({ db: db.pool, store, systemId, nowAt: NOW_AT });
    expect(await compact(systemId, store)).toHaveLength(1);
  });

  it('refuses an hour that is not what was entered', async () => {
    const systemId = `broken-${randomUUID()}`;
    const store = openFileStore(path.join(folder, systemId));
    await liveThrough(systemId, store);
    const key = archiveKey(systemId, new Date('2026-09-30T12:00:00Z'));
    await writeFile(store.fileOf(key)!, 'something else');
    await expect(compact(systemId, store)).rejects.toThrow(/hour=12.*other bytes/);
    expect(await store.list(`system=${systemId}/compact`)).toEqual([]);
  });
});

/** Puts an hour of long ago into the archive, as an import does. */
async function importHour(systemId: string, store: ObjectStore, hour: Date): Promise<void> {
  const known = await store.get(archiveKey(systemId, new Date('2026-09-30T12:00:00Z')));
  const state = { ...(await decodeHour(known!)), hour, reconstructed: true };
  const stations = state.stations.map((station) => ({ ...station, fetchedAt: hour }));
  const bytes = encodeHour({ ...state, stations });
  const key = archiveKey(systemId, hour);
  await store.putIfAbsent(key, bytes, {});
  await db.pool.query(
    `INSERT INTO history_import
       (system_id, import_id, files, from_at, to_at, gap_after_s, rows_read, rejected, stations,
        started_at, finished_at)
     VALUES ($1, 'i', '[]', $2, $2::timestamptz + interval '1 hour', 420, 1, '{}', 1, $2, $2)`,
    [systemId, hour],
  );
  const entry = { hour, key, rows: stations.length, bytes: bytes.length, reconstructed: true };
  await createArchiveStore(db.pool).enter(systemId, { ...entry, sha256: sha256Hex(bytes) }, hour);
}

const server = testS3();
const because = server ? '' : ' (skipped: no S3 server, OpenStack Swift is not installed)';

describe.skipIf(!server)(`three tiers on S3${because}`, () => {
  const access = { region: 'us-east-1', ...server! };
  const bucket = `months-${randomUUID()}`;
  let proxy: TestProxy;
  beforeAll(async () => {
    const client = new S3Client({ ...access, forcePathStyle: true, credentials: access });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    proxy = await startTestProxy(access.endpoint);
  });
  afterAll(() => proxy.close());

  it('compacts once the server is back, and answers from copies while it is away', async () => {
    const systemId = `s3-${randomUUID()}`;
    const archiveUrl = `s3://${bucket}/${systemId}`;
    const store = openObjectStore(archiveUrl, { ...access, endpoint: proxy.url });
    await liveThrough(systemId, store);
    const byLog = await citiesAt(openReader(systemId, store), septemberHours());
    await proxy.goAway();
    await expect(compact(systemId, store)).rejects.toThrow(/ECONNREFUSED/);
    await proxy.comeBack();
    proxy.loseNextWrites(4);
    await expect(compact(systemId, store)).rejects.toThrow();
    proxy.loseNextWrites(0);
    expect(await compact(systemId, store)).toHaveLength(1);
    expect(await store.list(`system=${systemId}/compact`)).toHaveLength(1);

    await forgetSeptember(systemId);
    const reader = openReader(systemId, store);
    const rows = await rowsOf(reader);
    const toldByHours = (septemberHours().length + 1) * IDS.length;
    expect(rows.filter(([tier]) => tier === 'hours')).toHaveLength(toldByHours);
    await proxy.goAway();
    expect(await rowsOf(reader)).toEqual(rows);
    const told = await citiesAt(reader, septemberHours());
    expect(told.map(({ status }) => status)).toEqual(byLog.map(({ status }) => status));
    await proxy.comeBack();
    const copies = await readdir(path.join(folder, `cache-${systemId}`));
    expect(copies.filter((name) => name.endsWith('.incoming'))).toEqual([]);
  });
});
