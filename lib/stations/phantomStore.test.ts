import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createIngestStore } from './ingestStore';
import { createPhantomStore } from './phantomStore';
import { testFetch, testSnapshot } from './testSnapshots';

const SYSTEM = 'testcity';
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  database.pool.query(
    'TRUNCATE station_status, station_change, station_phantom, feed_state, feed_fetch',
  ),
);

async function report(hour: number, counts: Record<string, number>): Promise<void> {
  const stations = Object.entries(counts).map(([stationId, numBikesAvailable]) => ({
    stationId,
    numBikesAvailable,
  }));
  await createIngestStore(database.pool, SYSTEM).storeSnapshot(
    testSnapshot(at(hour), stations),
    testFetch(at(hour)),
  );
}

const store = () => createPhantomStore(database.pool, SYSTEM);

test('a window begins with the count in force, and knows what left', async () => {
  await report(0, { a: 1, quiet: 8 });
  await report(5, { a: 9, quiet: 8 });
  await report(12, { a: 4, quiet: 8 });
  await report(20, { a: 6, quiet: 8, late: 3 });
  await report(30, { a: 2, quiet: 8, late: 0 });
  const windows = await store().readWindows(at(10), at(40));
  expect(windows.sort((x, y) => (x.stationId < y.stationId ? -1 : 1))).toEqual([
    { stationId: 'a', minBikes: 2, departures: 5 + 4, observedH: 30 },
    { stationId: 'late', minBikes: 0, departures: 3, observedH: 20 },
    { stationId: 'quiet', minBikes: 8, departures: 0, observedH: 30 },
  ]);
});

test('estimates replace those before, and open maps hear only of a difference', async () => {
  await report(0, { a: 5, b: 5 });
  const version = async () =>
    (await database.pool.query<{ v: number }>('SELECT status_version::int AS v FROM feed_state'))
      .rows[0]!.v;
  const estimate = (stationId: string, phantomBikes: number) => ({
    stationId,
    phantomBikes,
    windowH: 72,
  });
  await store().storeEstimates([estimate('a', 2), estimate('b', 0)], at(1));
  expect(await version()).toBe(2);
  await store().storeEstimates([estimate('a', 2)], at(2));
  expect(await version()).toBe(2);
  await store().storeEstimates([estimate('a', 1)], at(3));
  expect(await version()).toBe(3);
  const { rows } = await database.pool.query(
    `SELECT station_id AS id, phantom_bikes AS bikes, computed_at AS at FROM station_phantom`,
  );
  expect(rows).toEqual([{ id: 'a', bikes: 1, at: at(3) }]);
});
