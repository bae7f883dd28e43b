import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileStore } from '@/lib/archive/fileStore';
import { createTestCity, stationInformation, stationStatus } from '@/lib/archive/testCity';
import type { DatabaseHandle } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { createDayLedgerStore } from '@/lib/history/dayLedgerStore';
import { createDaySourceStore } from '@/lib/history/daySourceStore';
import { createDaySummaryStore } from '@/lib/history/daySummaryStore';
import { createRateStore } from '@/lib/history/rateStore';
import { SUMMED } from '@/lib/history/sumDistricts';
import { plainDay } from '@/lib/history/testPlainDay';
import type { StationStatus } from '@/lib/stations/station';
import { MINUTE_MS } from '@/lib/units/clock';
import { seededRng } from '@/lib/units/rng';
import { archiveDueHours } from './archiveDueHours';
import { refreshRates, refreshRatesWhenDue } from './refreshRates';
import { summariseDays } from './summariseDays';

const PARIS = 'Europe/Paris';
const TRUCK_BIKES = 6;

let db: DatabaseHandle;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'limelight-days-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

/** A city of its own, whose clock a test sets. */
function newCity() {
  const systemId = `days-${randomUUID()}`;
  const pool = db.pool;
  const now = { at: new Date(0) };
  const clock = () => now.at;
  const summaries = createDaySummaryStore(pool, systemId);
  const archive = openFileStore(path.join(folder, systemId));
  const cacheDir = path.join(folder, 'cache');
  const reader = createHistoryReader({ pool, systemId, clock, store: archive, cacheDir });
  const deps = {
    reader,
    source: createDaySourceStore(pool, systemId),
    ledger: createDayLedgerStore(pool, systemId),
    timeZone: PARIS,
    clock,
  };
  return {
    systemId,
    archive,
    summaries,
    feed: createTestCity(pool, systemId),
    rates: { store: createRateStore(pool, systemId), timeZone: PARIS, clock },
    async summariseAt(instant: Date) {
      now.at = instant;
      return summariseDays(deps);
    },
  };
}

const at = (time: string) => new Date(`2026-11-${time}Z`);
const secondsOf = (instant: Date) => instant.getTime() / 1_000;

interface Look {
  fetchedAt: Date;
  stations: StationStatus[];
}

/** Looks twenty seconds past each minute, some of them missing, and ten minutes of silence. */
function looksAround(midnight: Date, ids: readonly string[]): Look[] {
  const rng = seededRng(7);
  const bikes = ids.map(() => Math.floor(rng() * 5));
  const looks: Look[] = [];
  for (let minute = -40; minute < 40; minute++) {
    bikes.forEach((count, i) => {
      const step = rng() < 0.04 ? 9 : Math.round((rng() - 0.5) * 3);
      bikes[i] = Math.max(0, count + (rng() < 0.5 ? step : -step));
    });
    if (rng() < 0.1 || (minute >= 10 && minute < 20)) continue;
    const fetchedAt = new Date(midnight.getTime() + minute * MINUTE_MS + 20_000);
    const stations = ids.map((id, i) => {
      const [numBikesAvailable, numDocksAvailable] = [bikes[i]!, Math.max(0, 9 - bikes[i]!)];
      const isRenting = rng() > 0.05;
      return stationStatus(id, {
        ...{ numBikesAvailable, numDocksAvailable, isRenting },
        lastReportedAt: fetchedAt,
      });
    });
    looks.push({ fetchedAt, stations });
  }
  return looks;
}

/** Every look as a row, changed or not; nothing of it went through the change log. */
function rowsOf(looks: readonly Look[], stationId: string) {
  const rows = looks.map(({ stations }) => stations.find((one) => one.stationId === stationId)!);
  const times = looks.map(({ fetchedAt }) => secondsOf(fetchedAt));
  return {
    at: times,
    numBikesAvailable: rows.map((row) => row.numBikesAvailable),
    numDocksAvailable: rows.map((row) => row.numDocksAvailable),
    flags: rows.map((row) => Number(row.isInstalled) + 2 * Number(row.isRenting) + 4),
    lastReportedAt: times,
    isHourly: rows.map(() => false),
  };
}

/** Before the first look, and wherever looks are more than seven minutes apart. */
function gapsOf(looks: readonly Look[]) {
  const times = looks.map(({ fetchedAt }) => secondsOf(fetchedAt));
  const silences = times
    .slice(1)
    .map((toAt, i) => ({ fromAt: times[i]! - 0.15, toAt: toAt - 0.15 }));
  return [
    { fromAt: 0, toAt: times[0]! },
    ...silences.filter(({ fromAt, toAt }) => toAt - fromAt > 420),
  ];
}

describe('summariseDays', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const midnight = at('22T23:00:00');

  it('is what a plain count over the snapshots is, for the day that ended and the running one', async () => {
    const city = newCity();
    const looks = looksAround(midnight, ids);
    await city.feed.fetchStations(
      at('22T20:00:00'),
      ids.map((id) => stationInformation(id)),
    );
    for (const { fetchedAt, stations } of looks) await city.feed.fetchStatus(fetchedAt, stations);
    const now = new Date(looks.at(-1)!.fetchedAt.getTime() + MINUTE_MS);
    expect(await city.summariseAt(now)).toEqual({ days: 2, stations: 12 });

    let trips = 0;
    for (const localDate of ['2026-11-22', '2026-11-23']) {
      const days = await city.summaries.readCityDay(localDate);
      expect(days.map(({ stationId }) => stationId)).toEqual(ids);
      for (const day of days) {
        const plain = plainDay({
          ...{ localDate, timeZone: PARIS, looks: [], knownToAt: day.knownToAt },
          rows: rowsOf(looks, day.stationId),
          unobserved: gapsOf(looks),
          station: {
            stationId: day.stationId,
            truckBikes: TRUCK_BIKES,
            newestReportAt: null,
            absent: [],
          },
        });
        for (const name of SUMMED)
          expect(day[name], `${name} of ${day.stationId}`).toEqual(plain.map((q) => q[name]));
        trips += day.departures.reduce((sum, count) => sum + count, 0);
      }
      const [whole] = await city.summaries.readDistrictDays('', localDate, localDate);
      expect(whole).toMatchObject({ stations: 6, isPartial: localDate === '2026-11-23' });
      for (const name of SUMMED)
        expect(whole![name]).toEqual(
          whole![name].map((_, q) => days.reduce((sum, day) => sum + day[name][q]!, 0)),
        );
    }
    expect(trips).toBeGreaterThan(100);
  });

  it('computes a day again when there is more of it, and only then', async () => {
    const city = newCity();
    const look = (instant: Date, numBikesAvailable: number) =>
      city.feed.fetchStatus(instant, [
        stationStatus('a', { numBikesAvailable, lastReportedAt: instant }),
      ]);
    await city.feed.fetchStations(at('22T20:00:00'), [stationInformation('a')]);
    await look(at('22T22:00:20'), 4);
    await look(at('22T22:05:20'), 3);
    expect(await city.summariseAt(at('22T22:06:00'))).toEqual({ days: 1, stations: 1 });
    expect(await city.summariseAt(at('22T22:07:00'))).toEqual({ days: 0, stations: 0 });
    await look(at('22T22:10:20'), 1);
    await look(at('22T23:02:20'), 0);
    expect((await city.summariseAt(at('22T23:03:00'))).days).toBe(2);
    const summarised = await city.summaries.readSummarisedDays();
    expect(summarised.map(({ localDate, isPartial }) => [localDate, isPartial])).toEqual([
      ['2026-11-22', false],
      ['2026-11-23', true],
    ]);
    const [day] = await city.summaries.readStationDays('a', '2026-11-22', '2026-11-22');
    expect(day!.departures[92]).toBe(3);

    // Retention takes the fetches and the changes: what is summarised stays.
    await db.pool.query('DELETE FROM feed_fetch WHERE system_id = $1', [city.systemId]);
    await db.pool.query('DELETE FROM station_change WHERE system_id = $1', [city.systemId]);
    expect((await city.summariseAt(at('22T23:10:00'))).days).toBe(0);
    // The running day has ended, without a look since.
    expect((await city.summariseAt(at('23T23:30:00'))).days).toBe(1);
    expect(await city.summaries.readStationDays('a', '2026-11-22', '2026-11-22')).toEqual([day]);
  });

  it('sums from the archive’s hours what the log no longer has, without trips', async () => {
    const city = newCity();
    const { systemId, archive: store } = city;
    await city.feed.fetchStations(at('22T06:00:00'), [stationInformation('a')]);
    for (const [time, numBikesAvailable] of [
      ['06:50', 4],
      ['07:50', 0],
      ['08:50', 2],
    ] as const) {
      const instant = at(`22T${time}:20`);
      await city.feed.fetchStatus(instant, [
        stationStatus('a', { numBikesAvailable, lastReportedAt: instant }),
      ]);
    }
    await archiveDueHours({ db: db.pool, store, systemId, nowAt: at('22T09:30:00') });
    for (const table of ['station_change', 'station_status', 'feed_fetch'])
      await db.pool.query(`DELETE FROM ${table} WHERE system_id = $1`, [systemId]);
    expect((await city.summariseAt(at('22T23:10:00'))).days).toBe(1);
    const [day] = await city.summaries.readStationDays('a', '2026-11-22', '2026-11-22');
    // The hours from 8, 9 and 10 o'clock in Paris; the station was empty at 9.
    const observed = day!.observedMin.flatMap((minutes, q) => (minutes > 0 ? [q] : []));
    expect([observed[0], observed.at(-1)]).toEqual([32, 43]);
    expect(day!.emptyMin.reduce((sum, minutes) => sum + minutes, 0)).toBe(60);
    expect(day!.departures.concat(day!.arrivals).every((trips) => trips === 0)).toBe(true);
  });

  it('summarises what an import loads, and bridges nothing to the own record', async () => {
    const city = newCity();
    await city.feed.fetchStations(at('22T20:00:00'), [stationInformation('a')]);
    await city.feed.fetchStatus(at('22T22:00:20'), [
      stationStatus('a', { numBikesAvailable: 9, lastReportedAt: at('22T22:00:20') }),
    ]);
    await city.summariseAt(at('22T22:06:00'));
    await loadRecording(city.systemId);
    expect((await city.summariseAt(at('22T22:07:00'))).days).toBe(2);
    expect((await city.summariseAt(at('22T22:08:00'))).days).toBe(0);
    const days = await city.summaries.readStationDays('a', '2022-05-01', '2026-11-22');
    expect(days.map(({ localDate }) => localDate)).toEqual([
      '2022-05-16',
      '2022-05-17',
      '2026-11-22',
    ]);
    const sums = days.map(({ observedMin, departures }) =>
      [observedMin, departures].map((values) => values.reduce((sum, value) => sum + value, 0)),
    );
    expect(sums).toEqual([
      [119, 4],
      [60, 1],
      [4, 0],
    ]);
  });
});

/** From 22:00 to 01:00 in Paris: four bikes leave before midnight, one after. */
async function loadRecording(systemId: string): Promise<void> {
  const [fromAt, toAt] = ['2022-05-16T20:00:00Z', '2022-05-16T23:00:00Z'];
  await db.pool.query(
    `INSERT INTO history_import (system_id, import_id, files, from_at, to_at, gap_after_s,
       rows_read, rejected, stations, loaded_to_at, started_at, finished_at)
     VALUES ($1, 'x', '[]', $2, $3, 420, 3, '{}', 1, $3, '2026-11-22T22:06:10Z',
       '2026-11-22T22:06:20Z')`,
    [systemId, fromAt, toAt],
  );
  await db.pool.query(
    `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts,
       outcome)
     SELECT $1, 'status', 'import', at, 0, 0, 0, 'stored'
     FROM generate_series($2::timestamptz, $3, '5 minutes') AS at`,
    [systemId, fromAt, toAt],
  );
  await db.pool.query(
    `INSERT INTO station_change (system_id, station_id, fetched_at, last_reported_at,
       num_bikes_available, is_installed, is_renting, is_returning)
     SELECT $1, 'a', at, at, bikes, true, true, true
     FROM unnest($2::timestamptz[], $3::int[]) AS row(at, bikes)`,
    [systemId, ['2022-05-16T20:00:00Z', '2022-05-16T21:00:00Z', '2022-05-16T22:30:00Z'], [8, 4, 3]],
  );
}

describe('rates', () => {
  it('are departures over the minutes with a usable bike, by kind of day', async () => {
    const city = newCity();
    await city.feed.fetchStations(at('01T00:00:00'), [stationInformation('a')]);
    await storeDays(city.systemId);
    expect(await refreshRates({ ...city.rates, clock: () => at('23T00:00:00') })).toBe(2);
    const rates = (await city.summaries.readRates('a'))!;
    expect(rates.saturday).toBeNull();
    expect(rates.weekday).toMatchObject({ days: 4, fromDate: '2026-11-16', toDate: '2026-11-19' });
    // 15 minutes open, of which 5 at the two bikes that never left: 4 days of 10 minutes.
    expect(rates.weekday!.exposureMin[32]).toBe(40);
    expect(rates.weekday!.censoredMin[32]).toBe(20);
    expect(rates.weekday!.departuresPerMin[32]).toBeCloseTo(80 / 40, 1);
    // The Sunday really ran empty, and nothing stayed.
    expect(rates.sunday).toMatchObject({ days: 1 });
    expect(rates.sunday!.exposureMin[32]).toBe(9);
    expect(await refreshRatesWhenDue(city.rates)).not.toBeNull();
  });
});

/** Four weekdays on which two bikes never leave, and a Sunday. */
async function storeDays(systemId: string): Promise<void> {
  const ledger = createDayLedgerStore(db.pool, systemId);
  const only = (value: number, rest = 0) =>
    Array.from({ length: 96 }, (_, q) => (q === 32 ? value : rest));
  for (const day of [16, 17, 18, 19, 22]) {
    const isSunday = day === 22;
    const figures = {
      ...{ observedMin: only(15, 15), openMin: only(15, 15), fullMin: only(0) },
      emptyMin: only(isSunday ? 6 : 0),
      departures: only(20),
      arrivals: only(20),
      ...{ movedOut: only(0), movedIn: only(0) },
    };
    const station = {
      ...{ ...figures, stationId: 'a', minBikes: isSunday ? 0 : 2 },
      stuckMin: only(isSunday ? 0 : 5),
    };
    const computed = {
      ...{ localDate: `2026-11-${day}`, knownToAt: 0, isPartial: false },
      ...{ lastFetchId: 0, computedAt: secondsOf(at('23T01:00:00')) },
    };
    await ledger.storeDay(computed, [station], [{ ...figures, districtId: '', stations: 1 }]);
  }
}
