import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFeedClient, type FeedClient } from './feedClient';
import { defaultFeedLimits, type FeedConfig } from './feedConfig';
import { FETCHED_AT, opendataStatus, velibFile, velibStation, velibStatus } from './feedSamples';
import {
  type Answer,
  cutShort,
  drip,
  hangUp,
  json,
  startTestFeedServer,
  status,
  type TestFeedServer,
  text,
} from './testFeedServer';

const STATUS = '/station_status.json';
const FALLBACK =
  '/api/explore/v2.1/catalog/datasets/velib-disponibilite-en-temps-reel/exports/json';
const goodStatus = velibFile({ stations: [velibStatus()] });
const idByCode = new Map([['16107', '213688169']]);

let server: TestFeedServer;
let nowMs: number;

beforeEach(async () => {
  server = await startTestFeedServer();
  nowMs = FETCHED_AT.getTime();
  server.on('/gbfs.json', json(velibFile({ en: { feeds: feedsOf(['station_status']) } })));
  server.on(STATUS, json(goodStatus));
});
afterEach(() => server.close());

const feedsOf = (names: string[]) =>
  names.map((name) => ({ name, url: `${server.url}/${name}.json` }));

/** Sleeping passes the test's own time, so that retries cost none. */
function openClient(config: Partial<FeedConfig> = {}): FeedClient {
  const deps = {
    fetch,
    clock: () => new Date(nowMs),
    rng: () => 0.5,
    sleep: async (ms: number) => {
      nowMs += ms;
    },
  };
  return createFeedClient(deps, {
    ...defaultFeedLimits,
    feedUrl: `${server.url}/gbfs.json`,
    fallbackUrl: null,
    vehicleFeedUrl: null,
    vehicleKind: 'bike',
    districtUrls: [],
    ...config,
  });
}
const fetchStatus = (config?: Partial<FeedConfig>) => openClient(config).fetchStatus(idByCode);
const timesAsked = (path: string) => server.asked.filter((asked) => asked === path).length;

describe('a healthy feed', () => {
  it('is found through discovery, mapped and reported', async () => {
    const { report, value } = await fetchStatus();
    expect(value?.stations).toHaveLength(1);
    expect(report).toEqual({
      feed: 'status',
      source: 'gbfs',
      url: `${server.url}${STATUS}`,
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
    server.on(STATUS, text(body, { 'content-encoding': encoding }));
    expect((await fetchStatus()).report).toMatchObject({
      outcome: 'fetched',
      bytes: JSON.stringify(goodStatus).length,
    });
  });

  it('asks for compression', async () => {
    let accepted: string | undefined;
    server.on(STATUS, (request, response) => {
      accepted = String(request.headers['accept-encoding']);
      json(goodStatus)(request, response);
    });
    await fetchStatus();
    expect(accepted).toMatch(/br.*gzip|gzip.*br/);
  });

  it('may have moved', async () => {
    server.on(STATUS, status(302, { location: '/elsewhere' }));
    server.on('/elsewhere', json(goodStatus));
    expect((await fetchStatus()).report.outcome).toBe('fetched');
  });

  it('gives counts by type through its vehicle types', async () => {
    const feeds = feedsOf(['station_status', 'vehicle_types']);
    server.on('/gbfs.json', json({ data: { feeds } }));
    const types = [{ vehicle_type_id: 'e', form_factor: 'bicycle', propulsion_type: 'electric' }];
    server.on('/vehicle_types.json', json({ data: { vehicle_types: types } }));
    const raw = velibStatus({
      num_bikes_available_types: undefined,
      vehicle_types_available: [{ vehicle_type_id: 'e', count: 5 }],
    });
    server.on(STATUS, json(velibFile({ stations: [raw] })));
    const client = openClient();
    expect((await client.fetchStatus(idByCode)).value?.stations[0]).toMatchObject({
      numMechanicalAvailable: 0,
      numEbikesAvailable: 5,
    });
    await client.fetchStatus(idByCode);
    expect(timesAsked('/vehicle_types.json')).toBe(1);
  });

  it('does not wait long for vehicle types that do not come', async () => {
    const feeds = feedsOf(['station_status', 'vehicle_types']);
    server.on('/gbfs.json', json({ data: { feeds } }));
    server.on('/vehicle_types.json', () => {});
    const { report } = await fetchStatus({ timeLimitMs: 200 });
    expect(report).toMatchObject({ outcome: 'fetched', attempts: 1 });
    expect(timesAsked('/vehicle_types.json')).toBe(1);
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
    server.on(STATUS, conditional(headers, condition));
    const client = openClient();
    expect((await client.fetchStatus(idByCode)).report.outcome).toBe('fetched');
    const second = await client.fetchStatus(idByCode);
    expect(second.report).toMatchObject({ outcome: 'unchanged', httpStatus: 304, bytes: 0 });
    expect(second.value).toBeNull();
    client.forgetValidators();
    expect((await client.fetchStatus(idByCode)).report.outcome).toBe('fetched');
  });

  it('are not made with the tag of an answer that was refused', async () => {
    const etag = { etag: '"v1"' };
    server.on(STATUS, json({ data: null }, etag), conditional(etag, 'if-none-match'));
    const client = openClient({ maxAttempts: 1 });
    expect((await client.fetchStatus(idByCode)).report.outcome).toBe('refused');
    expect((await client.fetchStatus(idByCode)).report.outcome).toBe('fetched');
  });

  it('do not excuse a 304 that nobody asked for', async () => {
    server.on(STATUS, status(304));
    expect((await fetchStatus()).report).toMatchObject({ outcome: 'failed', httpStatus: 304 });
  });
});

describe('a feed that fails', () => {
  it.each([
    ['network', hangUp, 'failed'],
    ['network', cutShort('{"data":'), 'failed'],
    ['timeout', drip, 'failed'],
    ['timeout', () => {}, 'failed'],
    ['httpStatus', status(503), 'failed'],
    ['httpStatus', status(429), 'failed'],
    ['empty', text(''), 'refused'],
    ['html', text('<html>Bad gateway</html>'), 'refused'],
    ['truncated', text('{"data":{"stations":[{"stat'), 'refused'],
    ['badEnvelope', json({ lastUpdatedOther: null, ttl: null, data: null }), 'refused'],
    ['noStations', json(velibFile({ stations: [] })), 'refused'],
    ['tooManyBad', json(velibFile({ stations: [{ station_id: null }] })), 'refused'],
  ] as [string, Answer, string][])(
    'by %s is asked again, and reported: %#',
    async (reason, answer, outcome) => {
      server.on(STATUS, answer);
      const { report, value } = await fetchStatus({ timeLimitMs: 100, maxAttempts: 2 });
      expect(value).toBeNull();
      expect(report).toMatchObject({ outcome, reason, attempts: 2 });
      expect(report.message).toMatch(/\S/);
      server.on(STATUS, answer, json(goodStatus));
      expect((await fetchStatus({ timeLimitMs: 100 })).report).toMatchObject({
        outcome: 'fetched',
        attempts: 2,
        reason: null,
      });
    },
  );

  it('by a refusal still tells what was counted', async () => {
    server.on(STATUS, json(velibFile({ stations: [velibStatus({ is_renting: null })] })));
    expect((await fetchStatus()).report).toMatchObject({
      stationsSeen: 1,
      skipped: { badFlag: 1 },
      anomalies: [{ kind: 'skipped', count: 1 }],
    });
  });

  it.each([
    ['announced', { maxBytes: 100 }, () => json(goodStatus)],
    ['once unpacked', { maxBytes: 100_000 }, () => bomb(5_000_000)],
    ['while it flows', { maxBytes: 100_000 }, () => flood],
  ])('by a body that is too large, %s, is not asked again', async (_, config, answer) => {
    server.on(STATUS, answer());
    expect((await fetchStatus(config)).report).toMatchObject({
      outcome: 'refused',
      reason: 'oversize',
      attempts: 1,
    });
  });

  it('goes nowhere outside http', async () => {
    server.on(STATUS, status(302, { location: 'file:///etc/passwd' }));
    expect((await fetchStatus()).report).toMatchObject({ outcome: 'failed', reason: 'network' });
  });

  it('never takes longer than the budget', async () => {
    server.on(STATUS, status(503, { 'retry-after': '15' }));
    const { report } = await fetchStatus({ maxAttempts: 10 });
    expect(report).toMatchObject({ attempts: 3, durationMs: 30_000 });
  });
});

describe('discovery', () => {
  it('is read once an hour at least, whatever its ttl', async () => {
    server.on('/gbfs.json', json({ ttl: 0, data: { feeds: feedsOf(['station_status']) } }));
    const client = openClient();
    await client.fetchStatus(idByCode);
    nowMs += 3_599_000;
    await client.fetchStatus(idByCode);
    expect(timesAsked('/gbfs.json')).toBe(1);
    nowMs += 2_000;
    await client.fetchStatus(idByCode);
    expect(timesAsked('/gbfs.json')).toBe(2);
  });

  it('is read again in the same fetch when an address is gone', async () => {
    const client = openClient();
    await client.fetchStatus(idByCode);
    server.on(STATUS, status(404));
    const moved = [{ name: 'station_status', url: `${server.url}/v2/status.json` }];
    server.on('/gbfs.json', json({ data: { feeds: moved } }));
    server.on('/v2/status.json', json(goodStatus));
    expect((await client.fetchStatus(idByCode)).report).toMatchObject({
      outcome: 'fetched',
      url: `${server.url}/v2/status.json`,
    });
  });

  it('is read again after a failure of any kind, and may itself fail then', async () => {
    const client = openClient({ maxAttempts: 1 });
    server.on(STATUS, status(500), json(goodStatus));
    expect((await client.fetchStatus(idByCode)).report.outcome).toBe('failed');
    server.on('/gbfs.json', status(500));
    expect((await client.fetchStatus(idByCode)).report.outcome).toBe('fetched');
    expect(timesAsked('/gbfs.json')).toBe(2);
  });

  it('that never answered fails the fetch, and says where', async () => {
    server.on('/gbfs.json', text('<html>'));
    expect((await fetchStatus()).report).toMatchObject({
      outcome: 'refused',
      reason: 'html',
      url: `${server.url}/gbfs.json`,
      httpStatus: 200,
    });
  });

  it('that lists no such feed fails it at once', async () => {
    expect((await openClient().fetchSystem()).report).toMatchObject({
      outcome: 'failed',
      reason: 'notListed',
    });
  });
});

describe('the fallback', () => {
  const withFallback = () => ({ fallbackUrl: server.url });

  it('answers when GBFS has nothing fit', async () => {
    server.on(STATUS, text('<html>'));
    server.on(FALLBACK, json([opendataStatus()]));
    const { report, value } = await fetchStatus(withFallback());
    expect(value).toMatchObject({ source: 'opendata', stations: [{ stationId: '213688169' }] });
    expect(report).toMatchObject({
      outcome: 'fetched',
      source: 'opendata',
      url: `${server.url}${FALLBACK}`,
      reason: null,
      message: 'gbfs: The body is a page, not JSON',
    });
  });

  it('is not asked while GBFS answers', async () => {
    await fetchStatus(withFallback());
    expect(timesAsked(FALLBACK)).toBe(0);
  });

  it('keeps its own time when GBFS uses up all of its', async () => {
    server.on(STATUS, status(503, { 'retry-after': '20' }));
    server.on(FALLBACK, json([opendataStatus()]));
    expect((await fetchStatus(withFallback())).report.source).toBe('opendata');
    expect(nowMs - FETCHED_AT.getTime()).toBeLessThanOrEqual(30_000);
  });

  it('that fails too leaves the first problem to be told', async () => {
    server.on(STATUS, status(500));
    const { report } = await fetchStatus(withFallback());
    expect(report).toMatchObject({
      outcome: 'failed',
      source: 'gbfs',
      reason: 'httpStatus',
      httpStatus: 500,
      url: `${server.url}${STATUS}`,
      message: 'The server answered 500; opendata: The server answered 404',
    });
  });

  it('makes the next GBFS request unconditional', async () => {
    const etag = { etag: '"v1"' };
    const conditions: (string | undefined)[] = [];
    const tagged: Answer = (request, response) => {
      conditions.push(request.headers['if-none-match']);
      json(goodStatus, etag)(request, response);
    };
    server.on(STATUS, tagged, status(404), tagged);
    server.on(FALLBACK, json([opendataStatus()]));
    const client = openClient(withFallback());
    await client.fetchStatus(idByCode);
    expect((await client.fetchStatus(idByCode)).report.source).toBe('opendata');
    await client.fetchStatus(idByCode);
    expect(conditions).toEqual([undefined, undefined]);
  });
});

describe('the other feeds', () => {
  it('describe stations and the system', async () => {
    const feeds = feedsOf(['station_information', 'system_information']);
    server.on('/gbfs.json', json({ data: { fr: { feeds } } }));
    server.on('/station_information.json', json(velibFile({ stations: [velibStation()] })));
    const system = { name: 'Paris', timezone: 'Europe/Paris', limelight_simulation: 'replay' };
    server.on('/system_information.json', json(velibFile(system)));
    const client = openClient();
    expect((await client.fetchStations(idByCode)).value).toMatchObject([{ capacity: 35 }]);
    expect((await client.fetchSystem()).value).toMatchObject({ simulation: 'replay' });
  });

  it('give own vehicles, and hold back while the ttl runs', async () => {
    const feeds = feedsOf(['free_bike_status', 'station_information']);
    server.on('/fleet/gbfs.json', json({ data: { en: { feeds } } }));
    const bikes = [{ bike_id: 'b', lat: 48.8, lon: 2.3, is_reserved: 0, is_disabled: 0 }];
    server.on('/free_bike_status.json', json({ ttl: 120, data: { bikes } }));
    const client = openClient({ vehicleFeedUrl: `${server.url}/fleet/gbfs.json` });
    expect((await client.fetchVehicles()).value).toMatchObject([{ vehicleId: 'b', kind: 'bike' }]);
    nowMs += 60_000;
    expect((await client.fetchVehicles()).report).toMatchObject({
      outcome: 'unchanged',
      attempts: 0,
    });
    nowMs += 60_000;
    expect((await client.fetchVehicles()).report.outcome).toBe('fetched');
  });

  it('say so where they are not configured', async () => {
    const client = openClient();
    for (const fetched of [await client.fetchVehicles(), await client.fetchDistricts()]) {
      expect(fetched).toMatchObject({
        value: null,
        report: { outcome: 'failed', reason: 'notConfigured', attempts: 0 },
      });
    }
  });
});

/** A small body that unpacks into a large one. */
const bomb = (size: number): Answer =>
  text(gzipSync(Buffer.alloc(size, 0x20)), { 'content-encoding': 'gzip' });

/** Spaces without end and without a length. */
const flood: Answer = (request, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '.repeat(50_000)), 1);
  request.socket.on('close', () => clearInterval(timer));
};
