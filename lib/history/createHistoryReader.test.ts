import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileStore } from '@/lib/archive/fileStore';
import { createTestCity, stationInformation, stationStatus } from '@/lib/archive/testCity';
import type { DatabaseHandle } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { StationStatus } from '@/lib/stations/station';
import { MINUTE_MS } from '@/lib/units/clock';
import { type Rng, seededRng } from '@/lib/units/rng';
import { createHistoryReader } from './createHistoryReader';
import type { HistoryReader, PastCity } from './historyReader';

let db: DatabaseHandle;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'limelight-history-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const secondsOf = (instant: Date) => instant.getTime() / 1_000;

function openReader(systemId: string, nowAt: Date): HistoryReader {
  return createHistoryReader({
    pool: db.pool,
    store: openFileStore(path.join(folder, systemId)),
    cacheDir: path.join(folder, 'cache'),
    systemId,
    clock: () => nowAt,
  });
}

/** Station id to what the city shows of it. */
function statesOf({ stations, status }: PastCity) {
  return new Map(
    stations.stationId.map((id, i) => [
      id,
      [
        status.numBikesAvailable[i],
        status.numMechanicalAvailable[i],
        status.numEbikesAvailable[i],
        status.numDocksAvailable[i],
        status.flags[i],
      ],
    ]),
  );
}

function truthOf(stations: readonly StationStatus[]) {
  return new Map(
    stations.map((s) => [
      s.stationId,
      [
        s.numBikesAvailable,
        s.numMechanicalAvailable,
        s.numEbikesAvailable,
        s.numDocksAvailable,
        Number(s.isInstalled) + 2 * Number(s.isRenting) + 4 * Number(s.isReturning),
      ],
    ]),
  );
}

/** Now a ride, now a closure, now nothing. */
function moveOn(station: StationStatus, timeMs: number, rng: Rng): StationStatus {
  const chance = rng();
  if (chance < 0.7) return station;
  const lastReportedAt = new Date(timeMs - Math.floor(rng() * 59) * 1_000);
  const numBikesAvailable = Math.floor(rng() * 20);
  const numEbikesAvailable = rng() < 0.2 ? null : Math.floor(rng() * (numBikesAvailable + 1));
  const isRenting = rng() > 0.1;
  return { ...station, lastReportedAt, numBikesAvailable, numEbikesAvailable, isRenting };
}

describe('the change log', () => {
  it.each([1, 2, 3])(
    'tells every minute as a plain replay of the snapshots does (city %i)',
    async (seed) => {
      const systemId = `random-${randomUUID()}`;
      const city = createTestCity(db.pool, systemId);
      const rng = seededRng(seed);
      const ids = Array.from({ length: 12 }, (_, i) => `s${i}`);
      await city.fetchStations(
        at('05:59:00'),
        ids.map((id) => stationInformation(id)),
      );
      const snapshots: { atMs: number; stations: StationStatus[] }[] = [];
      let now = ids.map((id) => stationStatus(id));
      for (
        let atMs = at('06:00:00').getTime();
        atMs <= at('08:30:00').getTime();
        atMs += MINUTE_MS
      ) {
        now = now.map((station) => moveOn(station, atMs, rng));
        if (rng() < 0.2) continue; // a fetch that failed
        await city.fetchStatus(new Date(atMs), now);
        snapshots.push({ atMs, stations: now });
      }

      const reader = openReader(systemId, at('08:31:00'));
      const truthAt = (atMs: number) => snapshots.findLast((one) => one.atMs <= atMs)!.stations;
      const fromMs = snapshots[0]!.atMs;
      const toMs = at('08:30:00').getTime();
      for (let atMs = fromMs; atMs <= toMs; atMs += MINUTE_MS) {
        const past = await reader.readCityAt(new Date(atMs));
        expect(statesOf(past!)).toEqual(truthOf(truthAt(atMs)));
      }

      const span = { fromAt: fromMs / 1_000 + 1_830, toAt: toMs / 1_000 - 1_830 };
      for (const id of ids) {
        const { samples } = (await reader.readStation(id, span))!;
        for (let atMs = span.fromAt * 1_000; atMs < span.toAt * 1_000; atMs += MINUTE_MS) {
          const row = samples.at.findLastIndex((time) => time * 1_000 <= atMs);
          const truth = truthAt(atMs).find(({ stationId }) => stationId === id)!;
          expect(samples.numBikesAvailable[row]).toBe(truth.numBikesAvailable);
          expect(samples.numEbikesAvailable[row]).toBe(truth.numEbikesAvailable);
        }
      }

      const replayed = new Map<string, number>();
      let lastAt = 0;
      for await (const batch of reader.streamRows(span)) {
        for (const [row, time] of batch.at.entries()) {
          expect(time).toBeGreaterThanOrEqual(lastAt);
          lastAt = time;
          replayed.set(batch.stationId[row]!, batch.numBikesAvailable[row]!);
        }
      }
      const last = truthAt(span.toAt * 1_000 - 1);
      expect(replayed).toEqual(new Map(last.map((s) => [s.stationId, s.numBikesAvailable])));
    },
  );

  it('shows stations where they stood, as they were called, and only while they were listed', async () => {
    const systemId = `moved-${randomUUID()}`;
    const city = createTestCity(db.pool, systemId);
    const before = stationInformation('a', { name: 'Old', lat: 48.85, capacity: 20 });
    await city.fetchStations(at('06:00:00'), [before, stationInformation('gone')]);
    await city.fetchStatus(at('06:00:10'), [stationStatus('a'), stationStatus('gone')]);
    const after = stationInformation('a', { name: 'New', lat: 48.9, capacity: 31 });
    await city.fetchStations(at('07:00:00'), [after, stationInformation('late')]);
    const reader = openReader(systemId, at('08:00:00'));

    const early = (await reader.readCityAt(at('06:59:59')))!.stations;
    expect(early).toMatchObject({
      stationId: ['a', 'gone'],
      name: ['Old', 'Station gone'],
      lat: [48.85, 48.86],
      capacity: [20, 20],
    });
    const later = (await reader.readCityAt(at('07:00:00')))!;
    expect(later.stations).toMatchObject({
      stationId: ['a', 'late'],
      name: ['New', 'Station late'],
      lat: [48.9, 48.86],
      capacity: [31, 20],
    });
    expect(later.status.numBikesAvailable).toEqual([5, null]);
    expect(await reader.readCityAt(at('05:59:59'))).toBeNull();
  });

  it('knows an unchanged station after its row has left the log', async () => {
    const systemId = `kept-${randomUUID()}`;
    const city = createTestCity(db.pool, systemId);
    await city.fetchStations(at('06:00:00'), [stationInformation('a'), stationInformation('b')]);
    await city.fetchStatus(at('06:00:10'), [stationStatus('a'), stationStatus('b')]);
    await city.fetchStatus(at('06:10:00'), [
      stationStatus('a'),
      stationStatus('b', { numBikesAvailable: 9 }),
    ]);
    await db.pool.query(`DELETE FROM station_change WHERE system_id = $1 AND fetched_at < $2`, [
      systemId,
      at('06:05:00'),
    ]);
    const reader = openReader(systemId, at('06:20:00'));
    expect((await reader.readCityAt(at('06:15:00')))!.status.numBikesAvailable).toEqual([5, 9]);
    const span = { fromAt: secondsOf(at('06:12:00')), toAt: secondsOf(at('06:20:00')) };
    expect((await reader.readStation('a', span))!.samples).toMatchObject({
      at: [span.fromAt],
      numBikesAvailable: [5],
    });
    expect(await reader.readStation('never', span)).toBeNull();
  });

  it('says when nobody looked', async () => {
    const systemId = `gap-${randomUUID()}`;
    const city = createTestCity(db.pool, systemId);
    await city.fetchStations(at('06:00:00'), [stationInformation('a')]);
    for (const time of ['06:00:10', '06:05:10', '06:30:10', '06:36:10'])
      await city.fetchStatus(at(time), [
        stationStatus('a', { numBikesAvailable: Number(time.slice(3, 5)) }),
      ]);
    const reader = openReader(systemId, at('07:00:00'));
    const span = { fromAt: secondsOf(at('06:00:00')), toAt: secondsOf(at('07:10:00')) };
    const series = (await reader.readStation('a', span))!;
    expect(series.stretches).toEqual([
      { tier: 'changes', fromAt: secondsOf(at('06:00:10')), toAt: secondsOf(at('07:00:00')) },
    ]);
    // A fetch is recorded under its beginning, 150 ms before it was done.
    const look = (time: string) => secondsOf(at(time)) - 0.15;
    expect(series.unobserved).toEqual([
      { fromAt: look('06:05:10'), toAt: look('06:30:10') },
      { fromAt: look('06:36:10'), toAt: secondsOf(at('07:00:00')) },
    ]);
    const isUnobserved = async (time: string) => (await reader.readCityAt(at(time)))!.isUnobserved;
    expect(await isUnobserved('06:04:00')).toBe(false);
    expect(await isUnobserved('06:20:00')).toBe(true);
    expect(await isUnobserved('06:33:00')).toBe(false);
    expect(await isUnobserved('06:50:00')).toBe(true);
    expect((await reader.readCityAt(at('06:20:00')))!.fetchedAt).toBe(secondsOf(at('06:05:10')));
  });
});

describe('an imported recording', () => {
  it('is told by itself, and never reaches over the years into the own record', async () => {
    const systemId = `import-${randomUUID()}`;
    const city = createTestCity(db.pool, systemId);
    await city.fetchStations(at('06:00:00'), [stationInformation('a'), stationInformation('b')]);
    await city.fetchStatus(at('06:01:00'), [stationStatus('a'), stationStatus('b')]);
    const [fromAt, toAt] = [new Date('2022-05-01T00:00Z'), new Date('2022-05-01T02:00Z')];
    await importInto(systemId, fromAt, toAt);
    const reader = openReader(systemId, at('07:00:00'));

    expect(await reader.readReach()).toMatchObject({
      oldestAt: secondsOf(fromAt),
      exactFromAt: secondsOf(at('06:01:00')),
    });
    const during = (await reader.readCityAt(new Date('2022-05-01T00:30Z')))!;
    expect(during.stations.stationId).toEqual(['a']);
    expect(during).toMatchObject({ isUnobserved: false, status: { numBikesAvailable: [11] } });
    // Nobody looked between one and ten past, and for years after two o'clock.
    expect((await reader.readCityAt(new Date('2022-05-01T01:05Z')))!.isUnobserved).toBe(true);
    const later = (await reader.readCityAt(new Date('2024-01-01T00:00Z')))!;
    expect(later).toMatchObject({ isUnobserved: true, status: { numBikesAvailable: [12] } });
    expect((await reader.readCityAt(at('06:00:30')))!.isUnobserved).toBe(true);

    const span = { fromAt: secondsOf(fromAt), toAt: secondsOf(at('07:00:00')) };
    expect((await reader.readStation('a', span))!.stretches).toEqual([
      { tier: 'changes', fromAt: secondsOf(fromAt), toAt: secondsOf(toAt) },
      { tier: 'changes', fromAt: secondsOf(at('06:01:00')), toAt: secondsOf(at('07:00:00')) },
    ]);
    expect((await reader.readStation('b', span))!.stretches).toHaveLength(1);
    const streamed: unknown[] = [];
    for await (const batch of reader.streamRows(span))
      streamed.push(...batch.at.map((time, i) => [time, batch.stationId[i]]));
    expect(streamed).toEqual([
      [secondsOf(fromAt), 'a'],
      [secondsOf(fromAt) + 3_600, 'a'],
      [secondsOf(at('06:01:00')), 'a'],
      [secondsOf(at('06:01:00')), 'b'],
    ]);
  });
});

/** Station a from eleven bikes to twelve, looked at every five minutes but for ten. */
async function importInto(systemId: string, fromAt: Date, toAt: Date): Promise<void> {
  await db.pool.query(
    `INSERT INTO history_import
       (system_id, import_id, files, from_at, to_at, gap_after_s, rows_read, rejected, stations,
        started_at, finished_at)
     VALUES ($1, 'i', '[]', $2, $3, 420, 1, '{}', 1, $2, $2)`,
    [systemId, fromAt, toAt],
  );
  await db.pool.query(
    `INSERT INTO station_change
       (system_id, station_id, fetched_at, last_reported_at, num_bikes_available, is_installed,
        is_renting, is_returning)
     SELECT $1, 'a', $2::timestamptz + n * interval '1 hour', $2, 11 + n, true, true, true
     FROM generate_series(0, 1) AS n`,
    [systemId, fromAt],
  );
  await db.pool.query(
    `INSERT INTO feed_fetch
       (system_id, feed, source, started_at, duration_ms, bytes, attempts, outcome)
     SELECT $1, 'status', 'import', at, 0, 0, 1, 'stored'
     FROM generate_series($2::timestamptz, $3, interval '5 minutes') AS at
     WHERE at <> $2::timestamptz + interval '65 minutes'`,
    [systemId, fromAt, toAt],
  );
}
