import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createIngestStore } from './ingestStore';
import type { StationInformation } from './station';
import { createStationStore } from './stationStore';
import { testFetch, testSnapshot } from './testSnapshots';

const SYSTEM = 'testcity';
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute));
const fetch = (minute: number) => testFetch(at(minute), { feed: 'stations' });

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  database.pool.query(
    'TRUNCATE station, station_event, station_change, feed_state, feed_fetch, system',
  ),
);

function city(count: number): StationInformation[] {
  return Array.from({ length: count }, (_, i) => ({
    stationId: String(10_000_000_000 + i),
    stationCode: `0${i}`,
    name: `Place "d'${i}" \\ Été`,
    lat: 48.8 + i / 1000,
    lon: 2.3,
    capacity: 20 + i,
  }));
}

const store = () => createStationStore(database.pool, SYSTEM);
const put = (stations: StationInformation[], minute: number, acceptMassRemoval = false) =>
  store().storeStations(stations, fetch(minute), { fetchedAt: at(minute), acceptMassRemoval });

async function rows<T>(sql: string): Promise<T[]> {
  return (await database.pool.query(sql)).rows as T[];
}

describe('storeStations', () => {
  test('stores a city whole, and says each was added', async () => {
    const stored = await put(city(12), 0);
    expect(stored).toEqual({
      outcome: 'stored',
      seen: 12,
      events: { added: 12 },
      stationsVersion: 1,
    });
    const read = await rows(
      `SELECT station_id AS "stationId", station_code AS "stationCode", name, lat, lon, capacity
       FROM station ORDER BY station_id`,
    );
    expect(read).toEqual(city(12));
    expect(await store().readStationIdByCode()).toEqual(
      new Map(city(12).map((s) => [s.stationCode, s.stationId])),
    );
  });

  test('the same again changes nothing that open maps would have to fetch', async () => {
    await put(city(12), 0);
    const again = await put(city(12), 1);
    expect(again).toMatchObject({ events: {}, stationsVersion: 1 });
    expect(await rows('SELECT DISTINCT last_seen_at AS at FROM station')).toEqual([{ at: at(1) }]);
  });

  test('the fallback, which names stations by code alone, removes none', async () => {
    await put(city(12), 0);
    const options = { fetchedAt: at(1), acceptMassRemoval: false };
    const partial = await store().storeStations(
      city(9).map((station) => ({ ...station, name: `${station.name} bis` })),
      { ...fetch(1), source: 'opendata' },
      options,
    );
    expect(partial).toMatchObject({ outcome: 'stored', seen: 9, events: { renamed: 9 } });
    expect(await rows('SELECT 1 FROM station WHERE removed_at IS NOT NULL')).toEqual([]);
  });

  test('a removed station keeps its row, its events and its history', async () => {
    await put(city(12), 0);
    const snapshot = testSnapshot(at(1), [{ stationId: '10000000011' }]);
    await createIngestStore(database.pool, SYSTEM).storeSnapshot(snapshot, testFetch(at(1)));
    await put(city(11), 2);
    await put(city(12), 3);
    const events = await rows<{ kind: string; at: Date }>(
      `SELECT kind, at FROM station_event WHERE station_id = '10000000011' ORDER BY id`,
    );
    expect(events).toEqual([
      { kind: 'added', at: at(0) },
      { kind: 'removed', at: at(2) },
      { kind: 'restored', at: at(3) },
    ]);
    expect(await rows('SELECT count(*)::int AS n FROM station_change')).toEqual([{ n: 1 }]);
    expect(
      await rows(`SELECT first_seen_at AS at, removed_at AS removed FROM station
        WHERE station_id = '10000000011'`),
    ).toEqual([{ at: at(0), removed: null }]);
  });

  test('a feed that lost more than 30% of the stations is refused, unless a person accepts', async () => {
    await put(city(20), 0);
    expect(await put(city(13), 1)).toEqual({
      outcome: 'refused',
      reason: 'massRemoval',
      removed: 7,
      known: 20,
    });
    expect(await rows('SELECT 1 FROM station WHERE removed_at IS NOT NULL')).toEqual([]);
    expect(await put(city(14), 2)).toMatchObject({ events: { removed: 6 } });
    expect(await put(city(5), 3, true)).toMatchObject({ events: { removed: 9 } });
  });

  test('two fetches at once write each event once', async () => {
    await Promise.all([put(city(30), 0), put(city(30), 1), put(city(30), 2)]);
    expect(await rows('SELECT count(*)::int AS n FROM station_event')).toEqual([{ n: 30 }]);
  });

  test('nothing is stored when one row is not storable', async () => {
    const bad = [...city(3), { ...city(1)[0]!, stationId: 'x', capacity: 2 ** 40 }];
    await expect(put(bad, 0)).rejects.toThrow(/out of range/);
    expect(await rows('SELECT 1 FROM station')).toEqual([]);
    expect(await rows('SELECT 1 FROM feed_fetch')).toEqual([]);
  });
});

describe('storeSystem', () => {
  test('a new name or a simulation is news for open maps, the same again is not', async () => {
    const paris = {
      name: 'Vélib’',
      timezone: 'Europe/Paris',
      language: 'fr',
      simulation: null,
    } as const;
    const version = async () =>
      (await createIngestStore(database.pool, SYSTEM).readState()).stationsVersion;
    await store().storeSystem(paris, 'https://example.org/gbfs.json');
    await store().storeSystem(paris, 'https://example.org/gbfs.json');
    expect(await version()).toBe(1);
    await store().storeSystem({ ...paris, simulation: 'replay' }, 'https://example.org/gbfs.json');
    expect(await version()).toBe(2);
    expect(await rows('SELECT name, simulation FROM system')).toEqual([
      { name: 'Vélib’', simulation: 'replay' },
    ]);
  });
});
