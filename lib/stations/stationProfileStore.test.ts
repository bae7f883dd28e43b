import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { readStationProfile } from './stationProfileStore';
import { createStationStore } from './stationStore';
import { testFetch } from './testSnapshots';

const SYSTEM = 'testcity';
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 3, 17));

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const a = { stationId: 'a', stationCode: '7', name: 'Rue A', lat: 48.85, lon: 2.35, capacity: 20 };
const b = { ...a, stationId: 'b', stationCode: null, name: 'Rue B' };

async function describeCity(day: number, stations: readonly (typeof a | typeof b)[]) {
  await createStationStore(database.pool, SYSTEM).storeStations(
    [...stations],
    testFetch(at(day), { feed: 'stations' }),
    { fetchedAt: at(day), acceptMassRemoval: true },
  );
}

test('tells a station in service, and one that was taken out with all that happened to it', async () => {
  await describeCity(1, [a, b]);
  await describeCity(2, [{ ...a, capacity: 25 }, b]);
  await describeCity(3, [b]);

  const gone = await readStationProfile(database.pool, SYSTEM, 'a');
  expect(gone).toMatchObject({
    ...{ ...a, capacity: 25, districtId: null },
    firstSeenAt: at(1).getTime() / 1_000,
    removedAt: at(3).getTime() / 1_000,
  });
  expect(gone!.events.map(({ kind }) => kind)).toEqual(['removed', 'resized', 'added']);
  expect(gone!.events[1]).toMatchObject({
    at: at(2).getTime() / 1_000,
    before: { capacity: 20 },
    after: { capacity: 25 },
  });

  expect(await readStationProfile(database.pool, SYSTEM, 'b')).toMatchObject({
    stationCode: null,
    removedAt: null,
    lastSeenAt: at(3).getTime() / 1_000,
  });
});

test('knows no station of another city, and none that was never described', async () => {
  expect(await readStationProfile(database.pool, 'oslo', 'a')).toBeNull();
  expect(await readStationProfile(database.pool, SYSTEM, 'nowhere')).toBeNull();
});
