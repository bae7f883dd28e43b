import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createDistrictStore, type District } from './districtStore';
import { createStationStore } from './stationStore';
import { testFetch } from './testSnapshots';

const SYSTEM = 'testcity';
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute));

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** One degree square north-east of a corner. */
function square(districtId: string, level: number, lat: number, lon: number, size = 1): District {
  const ring = [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ] as [number, number][];
  return {
    districtId,
    level,
    parentId: null,
    code: districtId,
    name: `District ${districtId}`,
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

const station = (stationId: string, lat: number, lon: number) => ({
  stationId,
  stationCode: null,
  name: stationId,
  lat,
  lon,
  capacity: 10,
});

test('stations get their deepest district, when districts and when stations change', async () => {
  const stations = createStationStore(database.pool, SYSTEM);
  const districts = createDistrictStore(database.pool, SYSTEM);
  const options = { fetchedAt: at(0), acceptMassRemoval: false };
  const fetch = testFetch(at(1), { feed: 'districts', source: 'geojson' });
  const districtOf = async () => {
    const { rows } = await database.pool.query<{ id: string; district: string | null }>(
      'SELECT station_id AS id, district_id AS district FROM station ORDER BY 1',
    );
    return rows.map(({ id, district }) => `${id}:${district}`);
  };
  const versions = async () =>
    (await database.pool.query('SELECT stations_version::int AS v FROM feed_state')).rows[0].v;

  await stations.storeStations(
    [station('in', 48.2, 2.2), station('out', 40, 2)],
    testFetch(at(0), { feed: 'stations' }),
    options,
  );
  expect(await districts.hasDistricts()).toBe(false);
  const paris = [square('1-75', 1, 48, 2), square('2-7501', 2, 48, 2, 0.5)];
  expect(await districts.storeDistricts(paris, fetch, at(1))).toBe(1);
  expect(await districtOf()).toEqual(['in:2-7501', 'out:null']);
  const { rows } = await database.pool.query(
    `SELECT parent_id AS parent FROM district WHERE district_id = '2-7501'`,
  );
  expect(rows).toEqual([{ parent: '1-75' }]);

  // The same again is no news.
  const before = await versions();
  expect(await districts.storeDistricts(paris, fetch, at(2))).toBe(0);
  expect(await versions()).toBe(before);

  // A station that moves is given its new district; a district that goes leaves the one above.
  await stations.storeStations(
    [station('in', 48.8, 2.8), station('out', 48.1, 2.1)],
    testFetch(at(3), { feed: 'stations' }),
    { ...options, fetchedAt: at(3) },
  );
  expect(await districts.assignStations()).toBe(2);
  expect(await districtOf()).toEqual(['in:1-75', 'out:2-7501']);
  expect(await districts.storeDistricts(paris.slice(0, 1), fetch, at(4))).toBe(1);
  expect(await districtOf()).toEqual(['in:1-75', 'out:1-75']);
});
