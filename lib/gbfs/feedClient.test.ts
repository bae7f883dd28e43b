import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FETCHED_AT, velibFile, velibStation, velibStatus } from './feedSamples';
import {
  goodStatus,
  STATUS,
  startTestFeed,
  stationIdByCode,
  type TestFeed,
} from './testFeedClient';
import { type Answer, json, status, text } from './testFeedServer';

let feed: TestFeed;

beforeEach(async () => {
  feed = await startTestFeed();
});
afterEach(() => feed.server.close());

describe('a healthy feed', () => {
  it('is found through discovery, mapped and reported', async () => {
    const { report, value } = await feed.fetchStatus();
    expect(value?.stations).toHaveLength(1);
    expect(report).toEqual({
      feed: 'status',
      source: 'gbfs',
      url: `${feed.server.url}${STATUS}`,
      startedAt: FETCHED_AT,
      durationMs: 0,
      httpStatus: 200,
      bytes: JSON.stringify(goodStatus).length,
      attempts: 1,
      outcome: 'fetched',
      reason: null,
      message: null,
      stationsSeen: 1,
      skipped: {},
      anomalies: [],
      lastUpdatedAt: new Date(FETCHED_AT.getTime() - 30_000),
      medianReportedAt: new Date(FETCHED_AT.getTime() - 60_000),
      feedLagS: 60,
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('may come as %s', async (encoding, compress) => {
    const body = compress(Buffer.from(JSON.stringify(goodStatus)));
    feed.server.on(STATUS, text(body, { 'content-encoding': encoding }));
    expect((await feed.fetchStatus()).report).toMatchObject({
      outcome: 'fetched',
      bytes: JSON.stringify(goodStatus).length,
    });
  });

  it('asks for compression', async () => {
    let accepted: string | undefined;
    feed.server.on(STATUS, (request, response) => {
      accepted = String(request.headers['accept-encoding']);
      json(goodStatus)(request, response);
    });
    await feed.fetchStatus();
    expect(accepted).toMatch(/br.*gzip|gzip.*br/);
  });

  it('may have moved', async () => {
    feed.server.on(STATUS, status(302, { location: '/elsewhere' }));
    feed.server.on('/elsewhere', json(goodStatus));
    expect((await feed.fetchStatus()).report.outcome).toBe('fetched');
  });

  it('gives counts by type through its vehicle types', async () => {
    const feeds = feed.feedsOf(['station_status', 'vehicle_types']);
    feed.server.on('/gbfs.json', json({ data: { feeds } }));
    const types = [{ vehicle_type_id: 'e', form_factor: 'bicycle', propulsion_type: 'electric' }];
    feed.server.on('/vehicle_types.json', json({ data: { vehicle_types: types } }));
    const raw = velibStatus({
      num_bikes_available_types: undefined,
      vehicle_types_available: [{ vehicle_type_id: 'e', count: 5 }],
    });
    feed.server.on(STATUS, json(velibFile({ stations: [raw] })));
    const client = feed.openClient();
    expect((await client.fetchStatus(stationIdByCode)).value?.stations[0]).toMatchObject({
      numMechanicalAvailable: 0,
      numEbikesAvailable: 5,
    });
    await client.fetchStatus(stationIdByCode);
    expect(feed.timesAsked('/vehicle_types.json')).toBe(1);
  });

  it('does not wait long for vehicle types that do not come', async () => {
    const feeds = feed.feedsOf(['station_status', 'vehicle_types']);
    feed.server.on('/gbfs.json', json({ data: { feeds } }));
    feed.server.on('/vehicle_types.json', () => {});
    const { report } = await feed.fetchStatus({ timeLimitMs: 200 });
    expect(report).toMatchObject({ outcome: 'fetched', attempts: 1 });
    expect(feed.timesAsked('/vehicle_types.json')).toBe(1);
  });
});

describe('conditional requests', () => {
  const conditional = (headers: Record<string, string>, condition: string): Answer => {
    return (request, response) => {
      const isSame = request.headers[condition] === Object.values(headers)[0];
      if (isSame) response.writeHead(304).end();
      else json(goodStatus, headers)(request, response);
    };
  };

  it.each([
    ['an ETag', { etag: '"v1"' }, 'if-none-match'],
    ['a date', { 'last-modified': 'Mon, 02 Mar 2026 07:00:00 GMT' }, 'if-modified-since'],
  ])('with %s bring no body twice', async (_, headers, condition) => {
    feed.server.on(STATUS, conditional(headers, condition));
    const client = feed.openClient();
    expect((await client.fetchStatus(stationIdByCode)).report.outcome).toBe('fetched');
    const second = await client.fetchStatus(stationIdByCode);
    expect(second.report).toMatchObject({ outcome: 'unchanged', httpStatus: 304, bytes: 0 });
    expect(second.value).toBeNull();
    client.forgetValidators();
    expect((await client.fetchStatus(stationIdByCode)).report.outcome).toBe('fetched');
  });

  it('are not made with the tag of an answer that was refused', async () => {
    const etag = { etag: '"v1"' };
    feed.server.on(STATUS, json({ data: null }, etag), conditional(etag, 'if-none-match'));
    const client = feed.openClient({ maxAttempts: 1 });
    expect((await client.fetchStatus(stationIdByCode)).report.outcome).toBe('refused');
    expect((await client.fetchStatus(stationIdByCode)).report.outcome).toBe('fetched');
  });

  it('do not excuse a 304 that nobody asked for', async () => {
    feed.server.on(STATUS, status(304));
    expect((await feed.fetchStatus()).report).toMatchObject({ outcome: 'failed', httpStatus: 304 });
  });
});

describe('the other feeds', () => {
  it('describe stations and the system', async () => {
    const feeds = feed.feedsOf(['station_information', 'system_information']);
    feed.server.on('/gbfs.json', json({ data: { fr: { feeds } } }));
    feed.server.on('/station_information.json', json(velibFile({ stations: [velibStation()] })));
    const system = { name: 'Paris', timezone: 'Europe/Paris', limelight_simulation: 'replay' };
    feed.server.on('/system_information.json', json(velibFile(system)));
    const client = feed.openClient();
    expect((await client.fetchStations(stationIdByCode)).value).toMatchObject([{ capacity: 35 }]);
    expect((await client.fetchSystem()).value).toMatchObject({ simulation: 'replay' });
  });

  it('give own vehicles, and hold back while the ttl runs', async () => {
    const feeds = feed.feedsOf(['free_bike_status', 'station_information']);
    feed.server.on('/fleet/gbfs.json', json({ data: { en: { feeds } } }));
    const bikes = [{ bike_id: 'b', lat: 48.8, lon: 2.3, is_reserved: 0, is_disabled: 0 }];
    feed.server.on('/free_bike_status.json', json({ ttl: 120, data: { bikes } }));
    const client = feed.openClient({ vehicleFeedUrl: `${feed.server.url}/fleet/gbfs.json` });
    expect((await client.fetchVehicles()).value).toMatchObject([{ vehicleId: 'b', kind: 'bike' }]);
    feed.pass(60_000);
    expect((await client.fetchVehicles()).report).toMatchObject({
      outcome: 'unchanged',
      attempts: 0,
    });
    feed.pass(60_000);
    expect((await client.fetchVehicles()).report.outcome).toBe('fetched');
  });

  it('say so where they are not configured', async () => {
    const client = feed.openClient();
    for (const fetched of [await client.fetchVehicles(), await client.fetchDistricts()]) {
      expect(fetched).toMatchObject({
        value: null,
        report: { outcome: 'failed', reason: 'notConfigured', attempts: 0 },
      });
    }
  });
});
