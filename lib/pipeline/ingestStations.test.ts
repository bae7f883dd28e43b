import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createLog } from '@/lib/log/log';
import { createDistrictStore } from '@/lib/stations/districtStore';
import { createIngestStore } from '@/lib/stations/ingestStore';
import { createStationStore } from '@/lib/stations/stationStore';
import { createVehicleStore } from '@/lib/stations/vehicleStore';
import { MINUTE_MS } from '@/lib/units/clock';
import { type FeedServer, startFeedServer } from '@/scripts/feed/feedServer';
import { ingestDistricts } from './ingestDistricts';
import { ingestStations } from './ingestStations';
import { ingestSystem } from './ingestSystem';
import { ingestVehicles } from './ingestVehicles';
import { testFeedClient } from './testFeedClient';

const SYSTEM = 'testcity';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let feed: FeedServer;
let nowMs: number;
const clock = () => new Date(nowMs);

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 23, 6);
  await database.pool.query(
    'TRUNCATE station, station_event, district, vehicle, feed_state, feed_fetch, system',
  );
  feed = await startFeedServer({
    port: 0,
    periodS: 0,
    vehicles: 9,
    city: { kind: 'generated', stations: 50, centre: { lat: 48.86, lon: 2.35 } },
    clock,
  });
});
afterEach(() => feed.close());

function depsOf() {
  const client = testFeedClient(feed.url, clock, {
    vehicleFeedUrl: feed.fleetUrl,
    districtUrls: [feed.districtsUrl],
  });
  const ingest = createIngestStore(database.pool, SYSTEM);
  const stations = createStationStore(database.pool, SYSTEM);
  const placeholder = { name: SYSTEM, timezone: 'Etc/UTC', language: 'en', simulation: null };
  return {
    feed: client,
    ingest,
    stations,
    districts: createDistrictStore(database.pool, SYSTEM),
    vehicles: createVehicleStore(database.pool, SYSTEM),
    ingestSystem: () =>
      ingestSystem({ feed: client, ingest, stations, feedUrl: feed.url, placeholder }),
    log: createLog('silent', 'test'),
  };
}

const NORMAL = { acceptMassRemoval: false };

async function events(): Promise<string[]> {
  const { rows } = await database.pool.query<{ text: string }>(
    `SELECT concat_ws(' ', kind, station_id) AS text FROM station_event
     WHERE kind <> 'added' ORDER BY id`,
  );
  return rows.map((row) => row.text);
}

describe('the stations’ fetch', () => {
  test('every kind of change in the feed is an event, and nothing else is', async () => {
    const deps = depsOf();
    expect(await ingestStations(deps, NORMAL)).toMatchObject({
      outcome: 'stored',
      seen: 50,
      events: { added: 50 },
    });
    const [a, b, c, d] = feed.engine.publication.stations.map((station) => station.stationId);
    feed.engine.changeStation(a!, { name: 'Alma' });
    feed.engine.changeStation(b!, { lat: 48.9 });
    feed.engine.changeStation(c!, { capacity: 99 });
    feed.engine.removeStation(d!);
    nowMs += MINUTE_MS;
    await ingestStations(deps, NORMAL);
    expect((await events()).sort()).toEqual(
      [`moved ${b}`, `removed ${d}`, `renamed ${a}`, `resized ${c}`].sort(),
    );
  });

  test('a mass reset to zero docks and to no codes keeps what was known, and is shown', async () => {
    const deps = depsOf();
    await ingestStations(deps, NORMAL);
    const before = await database.pool.query(
      'SELECT capacity, station_code FROM station ORDER BY station_id',
    );
    feed.addFault({ kind: 'zeroCapacities' });
    feed.addFault({ kind: 'nullCodes' });
    nowMs += MINUTE_MS;
    expect(await ingestStations(deps, NORMAL)).toMatchObject({ outcome: 'stored', events: {} });
    const after = await database.pool.query(
      'SELECT capacity, station_code FROM station ORDER BY station_id',
    );
    expect(after.rows).toEqual(before.rows);
    const { rows } = await database.pool.query('SELECT anomalies FROM feed_state');
    const kinds = rows[0].anomalies.stations.map((anomaly: { kind: string }) => anomaly.kind);
    expect(kinds.sort()).toEqual(['massNullCode', 'massZeroCapacity']);
  });

  test('a feed that lost a third is refused again and again, until a person accepts it', async () => {
    const deps = depsOf();
    await ingestStations(deps, NORMAL);
    for (const { stationId } of feed.engine.publication.stations.slice(0, 20))
      feed.engine.removeStation(stationId);
    for (let day = 0; day < 2; day++) {
      nowMs += MINUTE_MS;
      expect(await ingestStations(deps, NORMAL)).toEqual({
        outcome: 'refused',
        reason: 'massRemoval',
      });
    }
    expect(await events()).toEqual([]);
    nowMs += MINUTE_MS;
    expect(await ingestStations(deps, { acceptMassRemoval: true })).toMatchObject({
      events: { removed: 20 },
    });
    const { rows } = await database.pool.query(
      `SELECT outcome, message FROM feed_fetch WHERE feed = 'stations' ORDER BY id`,
    );
    expect(rows.map((row) => row.outcome)).toEqual(['stored', 'refused', 'refused', 'stored']);
    expect(rows[1].message).toBe('The feed lists 30 of the 50 known stations');
  });

  test('a feed that says nothing of itself still gets its row', async () => {
    feed.addFault({ kind: 'serverError', resource: 'system_information' });
    await ingestStations(depsOf(), NORMAL);
    const read = async () => (await database.pool.query('SELECT name FROM system')).rows;
    expect(await read()).toEqual([{ name: SYSTEM }]);
    feed.clearFaults();
    await ingestStations(depsOf(), NORMAL);
    expect(await read()).not.toEqual([{ name: SYSTEM }]);
  });
});

test('districts give each station its own; vehicles are replaced whole', async () => {
  const deps = depsOf();
  await ingestStations(deps, NORMAL);
  const districts = await ingestDistricts(deps);
  expect(districts).toMatchObject({ outcome: 'stored', reason: null });
  expect(districts.reassigned).toBeGreaterThan(25);
  expect(await ingestVehicles(deps)).toEqual({ outcome: 'stored', seen: 9, reason: null });
  feed.addFault({ kind: 'html' });
  nowMs += MINUTE_MS;
  feed.engine.advance();
  expect(await ingestVehicles(deps)).toMatchObject({ outcome: 'refused' });
  const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM vehicle');
  expect(rows).toEqual([{ n: 9 }]);
});
