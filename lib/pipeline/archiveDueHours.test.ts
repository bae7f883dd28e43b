import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { archiveKey } from '@/lib/archive/archiveKey';
import { decodeHour } from '@/lib/archive/hourParquet';
import { type ObjectStore, ObjectStoreError, sha256Hex } from '@/lib/archive/objectStore';
import { openObjectStore } from '@/lib/archive/openObjectStore';
import { createTestCity, stationStatus, type TestCity } from '@/lib/archive/testCity';
import { startTestProxy, type TestProxy } from '@/lib/archive/testProxy';
import type { Database, DatabaseHandle } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { testS3 } from '@/lib/env/testEnv';
import { MINUTE_MS } from '@/lib/units/clock';
import { archiveDueHours } from './archiveDueHours';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const hours = (...names: string[]) => names.map((name) => at(`${name}:00:00`));

let db: DatabaseHandle;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'limelight-archive-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

let systemId: string;
let store: ObjectStore;
let city: TestCity;
beforeEach(() => {
  systemId = `city-${randomUUID()}`;
  const archiveUrl = pathToFileURL(path.join(folder, systemId)).href;
  store = openObjectStore(archiveUrl, { region: 'us-east-1' });
  city = createTestCity(db.pool, systemId);
});

/** Fetches every ten minutes, a bike more or less each time. */
async function fetchFrom(from: Date, to: Date): Promise<void> {
  for (let time = from.getTime(); time <= to.getTime(); time += 10 * MINUTE_MS) {
    const station = stationStatus('a', {
      numBikesAvailable: (time / MINUTE_MS) % 17,
      lastReportedAt: new Date(time - MINUTE_MS),
    });
    await city.fetchStatus(new Date(time), [station, stationStatus('b')]);
  }
}

/** Every ledger line, checked against its object; and no object without a line. */
async function soundLedger(archive: ObjectStore) {
  const { rows } = await db.pool.query<{
    hour: Date;
    key: string;
    sha256: string;
    rows: number;
    bytes: number;
    reconstructed: boolean;
  }>('SELECT * FROM archive_hour WHERE system_id = $1 ORDER BY written_at, hour', [systemId]);
  expect(await archive.list('')).toEqual(rows.map((row) => row.key).sort());
  for (const row of rows) {
    const bytes = await archive.get(row.key);
    if (!bytes) throw new Error(`no object ${row.key}`);
    const state = await decodeHour(bytes);
    expect(row).toMatchObject({
      key: archiveKey(systemId, row.hour),
      bytes: bytes.length,
      sha256: sha256Hex(bytes),
      rows: state.stations.length,
      reconstructed: state.reconstructed,
    });
    expect(state).toMatchObject({ systemId, hour: row.hour });
  }
  return rows.map(({ hour, reconstructed }) => ({ hour, reconstructed }));
}

describe('archiveDueHours', () => {
  it('writes the hour just begun with the state at its first instant, once', async () => {
    await fetchFrom(at('06:30:00'), at('06:50:00'));
    await city.fetchStatus(at('07:00:00.400'), [stationStatus('a', { numBikesAvailable: 0 })]);
    const deps = { db: db.pool, store, systemId, nowAt: at('07:00:20') };

    const { written, present } = await archiveDueHours(deps);
    expect(written.map(({ hour }) => hour)).toEqual(hours('07'));
    expect(present).toBe(0);
    const key = `system=${systemId}/date=2026-11-23/hour=07/status.parquet`;
    expect(written[0]).toMatchObject({ key, rows: 2, reconstructed: false });

    const state = await decodeHour((await store.get(key))!);
    expect(state.snapshotFetchedAt).toEqual(at('06:50:00'));
    const bikesAt0650 = (at('06:50:00').getTime() / MINUTE_MS) % 17;
    expect(state.stations).toMatchObject([
      { stationId: 'a', numBikesAvailable: bikesAt0650, fetchedAt: at('06:50:00') },
      { stationId: 'b', fetchedAt: at('06:30:00') },
    ]);
    expect(await archiveDueHours({ ...deps, nowAt: at('07:59:59') })).toEqual({
      written: [],
      present: 0,
    });
    await soundLedger(store);
  });

  it('writes hours missed while down, in order, and marks them', async () => {
    await fetchFrom(at('05:30:00'), at('06:50:00'));
    await archiveDueHours({ db: db.pool, store, systemId, nowAt: at('06:00:20') });
    await fetchFrom(at('09:20:00'), at('10:00:00'));

    const { written } = await archiveDueHours({
      db: db.pool,
      store,
      systemId,
      nowAt: at('10:00:20'),
    });
    expect(written.map(({ hour }) => hour)).toEqual(hours('07', '08', '09', '10'));
    const marks = (await soundLedger(store)).map((line) => line.reconstructed);
    expect(marks).toEqual([false, true, true, true, false]);
  });

  it('writes nothing before the first change, and nothing for another system', async () => {
    expect(await archiveDueHours({ db: db.pool, store, systemId, nowAt: at('10:00:20') })).toEqual({
      written: [],
      present: 0,
    });
    expect(await store.list('')).toEqual([]);
  });

  it('stops between two hours when told to, and goes on at the next call', async () => {
    await fetchFrom(at('05:30:00'), at('08:50:00'));
    const deps = { db: db.pool, systemId, nowAt: at('09:00:20') };
    const stop = new AbortController();
    const stopping: ObjectStore = {
      ...store,
      putIfAbsent(...object) {
        stop.abort();
        return store.putIfAbsent(...object);
      },
    };
    const first = await archiveDueHours({ ...deps, store: stopping, signal: stop.signal });
    expect(first.written.map(({ hour }) => hour)).toEqual(hours('06'));
    const second = await archiveDueHours({ ...deps, store });
    expect(second.written.map(({ hour }) => hour)).toEqual(hours('07', '08', '09'));
    await soundLedger(store);
  });
});

describe('archiveDueHours under faults', () => {
  it('enters an object whose ledger line was cut off, as it is', async () => {
    await fetchFrom(at('06:30:00'), at('06:50:00'));
    const cutOff: Database = {
      query: (text, values) =>
        String(text).includes('INSERT INTO archive_hour')
          ? Promise.reject(new Error('connection lost'))
          : db.pool.query(text, values),
    };
    const live = { store, systemId, nowAt: at('07:00:20') };
    await expect(archiveDueHours({ ...live, db: cutOff })).rejects.toThrow('connection lost');
    const [key = ''] = await store.list('');
    const before = await store.get(key);

    // An hour later it would be marked as reconstructed: the object that is there stays as it is.
    const later = await archiveDueHours({ db: db.pool, store, systemId, nowAt: at('07:59:00') });
    expect(later).toEqual({ written: [], present: 1 });
    expect(await store.get(key)).toEqual(before);
    expect(await soundLedger(store)).toEqual([{ hour: at('07:00:00'), reconstructed: false }]);
  });

  it('lands every hour once and in order, however often store or database fail', async () => {
    await fetchFrom(at('02:30:00'), at('09:50:00'));
    let calls = 0;
    const fails = () => {
      calls += 1;
      return calls % 3 !== 0;
    };
    const order: string[] = [];
    const unsteady: ObjectStore = {
      ...store,
      async putIfAbsent(key, bytes, metadata) {
        if (fails()) throw new ObjectStoreError(store.location, 'write', new Error('away'));
        const outcome = await store.putIfAbsent(key, bytes, metadata);
        if (outcome === 'written') order.push(key);
        if (fails()) throw new ObjectStoreError(store.location, 'write', new Error('answer lost'));
        return outcome;
      },
    };
    const unsteadyDb: Database = {
      query: (text, values) =>
        String(text).includes('INSERT') && fails()
          ? Promise.reject(new Error('terminating connection'))
          : db.pool.query(text, values),
    };
    let errors = 0;
    for (;;) {
      const deps = { db: unsteadyDb, store: unsteady, systemId, nowAt: at('10:00:20') };
      const done = await archiveDueHours(deps).catch(() => null);
      if (done) break;
      errors += 1;
    }
    expect(errors).toBeGreaterThan(8);
    const expected = hours('03', '04', '05', '06', '07', '08', '09', '10');
    expect(order).toEqual(expected.map((hour) => archiveKey(systemId, hour)));
    expect((await soundLedger(store)).map(({ hour }) => hour)).toEqual(expected);
  });

  it('reports a key that something else took, leaves it, and writes all other hours', async () => {
    await fetchFrom(at('05:30:00'), at('08:50:00'));
    const taken = archiveKey(systemId, at('07:00:00'));
    const garbage = new Uint8Array(Buffer.from('not a parquet file'));
    await store.putIfAbsent(taken, garbage, {});

    const attempt = archiveDueHours({ db: db.pool, store, systemId, nowAt: at('09:00:20') });
    await expect(attempt).rejects.toThrow(taken);
    expect(Buffer.from((await store.get(taken))!)).toEqual(Buffer.from(garbage));
    const { rows } = await db.pool.query<{ hour: Date }>(
      'SELECT hour FROM archive_hour WHERE system_id = $1 ORDER BY hour',
      [systemId],
    );
    expect(rows.map(({ hour }) => hour)).toEqual(hours('06', '08', '09'));
  });

  it('reports a valid file of another hour under the key', async () => {
    await fetchFrom(at('05:30:00'), at('06:50:00'));
    const deps = { db: db.pool, store, systemId };
    await archiveDueHours({ ...deps, nowAt: at('06:00:20') });
    const six = (await store.get(archiveKey(systemId, at('06:00:00'))))!;
    await store.putIfAbsent(archiveKey(systemId, at('07:00:00')), six, {});
    await expect(archiveDueHours({ ...deps, nowAt: at('07:00:20') })).rejects.toThrow(
      /hour=07.*2026-11-23T06:00:00/,
    );
  });

  it('writes each hour once when two workers do it at once', async () => {
    await fetchFrom(at('01:30:00'), at('08:50:00'));
    const deps = { db: db.pool, store, systemId, nowAt: at('09:00:20') };
    const results = await Promise.all([archiveDueHours(deps), archiveDueHours(deps)]);
    const lines = await soundLedger(store);
    expect(lines).toHaveLength(8);
    const written = results.flatMap((result) => result.written);
    expect(written.length).toBeLessThanOrEqual(8);
    expect(new Set(written.map(({ key }) => key)).size).toBe(written.length);
  });
});

const server = testS3();
const because = server ? '' : ' (skipped: no S3 server, OpenStack Swift is not installed)';

describe.skipIf(!server)(`archiveDueHours on S3${because}`, () => {
  const access = { region: 'us-east-1', ...server! };
  const bucket = `hours-${randomUUID()}`;
  let proxy: TestProxy;
  beforeAll(async () => {
    const client = new S3Client({ ...access, forcePathStyle: true, credentials: access });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    proxy = await startTestProxy(access.endpoint);
  });
  afterAll(() => proxy.close());

  it('lands every hour once and in order, though the server fails, lies dead and returns', async () => {
    const archiveUrl = `s3://${bucket}/${systemId}`;
    const archive = openObjectStore(archiveUrl, { ...access, endpoint: proxy.url });
    const run = (nowAt: Date) => archiveDueHours({ db: db.pool, store: archive, systemId, nowAt });
    await fetchFrom(at('05:30:00'), at('05:50:00'));
    expect((await run(at('06:00:20'))).written).toHaveLength(1);

    await fetchFrom(at('06:00:00'), at('06:50:00'));
    proxy.refuseNext(1_000);
    await expect(run(at('07:00:20'))).rejects.toThrow(ObjectStoreError);
    proxy.refuseNext(0);
    await proxy.goAway();
    await fetchFrom(at('07:00:00'), at('08:50:00'));
    await expect(run(at('09:00:20'))).rejects.toThrow(/ECONNREFUSED/);
    await proxy.comeBack();
    proxy.loseNextWrites(7);

    const landed = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const done = await run(at('09:00:40')).catch(() => null);
      if (done) landed.push(...done.written.map(({ hour }) => hour));
      if (done) break;
    }
    expect(landed.at(-1)).toEqual(at('09:00:00'));
    expect(await soundLedger(archive)).toEqual([
      { hour: at('06:00:00'), reconstructed: false },
      { hour: at('07:00:00'), reconstructed: true },
      { hour: at('08:00:00'), reconstructed: true },
      { hour: at('09:00:00'), reconstructed: false },
    ]);
  });
});
