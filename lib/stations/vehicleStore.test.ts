import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { OwnVehicle } from './station';
import { testFetch } from './testSnapshots';
import { createVehicleStore } from './vehicleStore';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute));

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function vehicle(vehicleId: string, overrides: Partial<OwnVehicle> = {}): OwnVehicle {
  return {
    vehicleId,
    lat: 48.86,
    lon: 2.35,
    kind: 'bike',
    isReserved: false,
    isDisabled: false,
    rangeM: null,
    lastReportedAt: null,
    ...overrides,
  };
}

test('each answer replaces the fleet whole; an older one comes too late', async () => {
  const store = createVehicleStore(database.pool, 'testcity');
  const put = (vehicles: OwnVehicle[], minute: number) =>
    store.storeVehicles(vehicles, testFetch(at(minute), { feed: 'vehicles' }), at(minute));
  const stored = async () => {
    const { rows } = await database.pool.query(
      `SELECT vehicle_id AS "vehicleId", lat, lon, kind, is_reserved AS "isReserved",
         is_disabled AS "isDisabled", range_m AS "rangeM", last_reported_at AS "lastReportedAt"
       FROM vehicle ORDER BY vehicle_id`,
    );
    return rows;
  };
  await createVehicleStore(database.pool, 'elsewhere').storeVehicles(
    [],
    testFetch(at(0), { feed: 'vehicles' }),
    at(0),
  );

  expect(await put([vehicle('a'), vehicle('b')], 1)).toBe(true);
  const moved = vehicle('b', { lat: 48.9, isReserved: true, rangeM: 9_000, lastReportedAt: at(2) });
  expect(await put([moved, vehicle('c', { kind: 'scooter' })], 3)).toBe(true);
  expect(await stored()).toEqual([moved, vehicle('c', { kind: 'scooter' })]);

  expect(await put([vehicle('a')], 2)).toBe(false);
  expect(await stored()).toHaveLength(2);
  expect(await put([], 4)).toBe(true);
  expect(await stored()).toEqual([]);
  const { rows } = await database.pool.query(
    `SELECT vehicles_version::int AS v FROM feed_state WHERE system_id = 'testcity'`,
  );
  expect(rows).toEqual([{ v: 3 }]);
});
