import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedOptions } from './feedOptions';
import { type FeedServer, startFeedServer } from './feedServer';

const startAt = new Date('2026-11-24T07:00:00Z');
const directory = mkdtempSync(path.join(tmpdir(), 'limelight-feed-'));
const opened: FeedServer[] = [];
let now = startAt;

async function start(given: Partial<FeedOptions> = {}): Promise<FeedServer> {
  const server = await startFeedServer({
    city: { kind: 'generated', stations: 60, centre: { lat: 48.8589, lon: 2.347 } },
    port: 0,
    periodS: 0,
    clock: () => now,
    ...given,
  });
  opened.push(server);
  return server;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of three dialects, looked into field by field
type Answer = any;

async function read(server: FeedServer, file: string): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${server.port}/${file}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-limelight-simulation')).toBe('generated');
  return response.json();
}

async function control(server: FeedServer, call: string, body?: object): Promise<Answer> {
  const [method, where] = call.split(' ');
  const response = await fetch(`http://127.0.0.1:${server.port}/control/${where}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, ...(await response.json()) };
}

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1_000);
}

beforeEach(() => {
  now = startAt;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

afterAll(() => rmSync(directory, { recursive: true }));

describe('the dialects', () => {
  it("speak Vélib's own", async () => {
    const server = await start();
    const discovery = await (await fetch(server.url)).json();
    expect(discovery.data.en.feeds.map((f: Answer) => f.name)).toContain('station_status');
    expect(discovery).not.toHaveProperty('version');
    const status = await read(server, 'station_status.json');
    const [station] = status.data.stations;
    expect(status.lastUpdatedOther).toBe(startAt.getTime() / 1_000);
    expect(status.ttl).toBe(3_600);
    expect(station.station_id).toBeTypeOf('number');
    expect(station.numBikesAvailable).toBe(station.num_bikes_available);
    expect(station.num_bikes_available_types[0].mechanical).toBeTypeOf('number');
    expect(station.is_renting).toBe(1);
    const { data } = await read(server, 'system_information.json');
    expect(data).toMatchObject({ name: 'Simulated city', limelight_simulation: 'generated' });
  });

  it('speak 2.3', async () => {
    const server = await start({ dialect: '2.3' });
    const status = await read(server, 'station_status.json');
    expect(status).toMatchObject({ version: '2.3', last_updated: startAt.getTime() / 1_000 });
    expect(status.data.stations[0]).toMatchObject({ is_renting: true, station_id: '4001' });
    const versions = await read(server, 'gbfs_versions.json');
    expect(versions.data.versions[0].version).toBe('2.3');
  });

  it('speak 3.0', async () => {
    const server = await start({ dialect: '3.0', vehicles: 20, vehicleKind: 'scooter' });
    const discovery = await (await fetch(server.url)).json();
    expect(discovery.data.feeds.length).toBeGreaterThan(4);
    const status = await read(server, 'station_status.json');
    expect(status.last_updated).toBe('2026-11-24T07:00:00Z');
    expect(status.data.stations[0].num_vehicles_available).toBeTypeOf('number');
    const information = await read(server, 'station_information.json');
    expect(information.data.stations[0].name[0].text).toBeTypeOf('string');
    const fleet = await read(server, 'fleet/vehicle_status.json');
    expect(fleet.data.vehicles).toHaveLength(20);
  });

  it('publish the districts and the fleet', async () => {
    const server = await start({ vehicles: 30 });
    const response = await fetch(server.districtsUrl);
    expect((await response.json()).features).toHaveLength(100);
    const before = await read(server, 'fleet/free_bike_status.json');
    pass(24 * 3_600);
    server.engine.advance();
    const after = await read(server, 'fleet/free_bike_status.json');
    const ids = new Set(before.data.bikes.map((bike: Answer) => bike.bike_id));
    const kept = after.data.bikes.filter((bike: Answer) => ids.has(bike.bike_id));
    expect(after.data.bikes).toHaveLength(30);
    expect(kept.length).toBeLessThan(6);
  });
});

describe('HTTP', () => {
  it('answers 304 to a reader that has the content, and 200 when it moved on', async () => {
    const server = await start();
    const url = `http://127.0.0.1:${server.port}/station_status.json`;
    const first = await fetch(url);
    await first.arrayBuffer();
    const headers = { 'If-None-Match': first.headers.get('etag')! };
    expect((await fetch(url, { headers })).status).toBe(304);
    pass(60);
    server.engine.advance();
    expect((await fetch(url, { headers })).status).toBe(200);
  });

  it('compresses for readers that can, and not for others', async () => {
    const server = await start();
    const encodings = await Promise.all(
      ['gzip', 'identity'].map(
        (accepted) =>
          new Promise((resolve, reject) => {
            const options = { port: server.port, path: '/station_status.json' };
            get({ ...options, headers: { 'Accept-Encoding': accepted } }, (response) => {
              response.resume();
              resolve(response.headers['content-encoding']);
            }).once('error', reject);
          }),
      ),
    );
    expect(encodings).toEqual(['gzip', undefined]);
  });

  it('has nothing elsewhere', async () => {
    const server = await start();
    expect((await fetch(`http://127.0.0.1:${server.port}/etc/passwd`)).status).toBe(404);
  });
});

describe('control', () => {
  it('sets a station at once and keeps it so', async () => {
    const server = await start();
    const { stationId, numBikesAvailable } = server.engine.publication.statuses[0]!;
    const set = await control(server, `POST stations/${stationId}`, {
      numBikesAvailable: numBikesAvailable + 1,
    });
    expect(set.status.numBikesAvailable).toBe(numBikesAvailable + 1);
    pass(3_600);
    server.engine.advance();
    const { data } = await read(server, 'station_status.json');
    const shown = data.stations.find((s: Answer) => String(s.station_id) === stationId);
    expect(shown.numBikesAvailable).toBe(numBikesAvailable + 1);
    expect(shown.last_reported).toBe(startAt.getTime() / 1_000);
    await control(server, `DELETE stations/${stationId}`);
    expect(server.engine.statusOf(stationId).lastReportedAt!.getTime()).toBeGreaterThan(
      startAt.getTime(),
    );
  });

  it('opens, moves, renames, resizes and closes stations', async () => {
    const server = await start({ dialect: '2.3' });
    const position = { lat: 48.85, lon: 2.35 };
    const added = {
      action: 'add',
      stationId: 'new',
      stationCode: '99001',
      name: 'New',
      capacity: 20,
    };
    await control(server, 'POST stations', { ...added, ...position });
    await control(server, 'POST stations', {
      action: 'move',
      stationId: 'new',
      lat: 48.9,
      lon: 2.4,
    });
    await control(server, 'POST stations', { action: 'rename', stationId: 'new', name: 'Newer' });
    await control(server, 'POST stations', { action: 'resize', stationId: 'new', capacity: 25 });
    const { data } = await read(server, 'station_information.json');
    expect(data.stations).toHaveLength(61);
    expect(data.stations.at(-1)).toMatchObject({ name: 'Newer', lat: 48.9, capacity: 25 });
    await control(server, 'POST stations', { action: 'remove', stationId: 'new' });
    const files = ['station_information.json', 'station_status.json'];
    for (const file of files) expect((await read(server, file)).data.stations).toHaveLength(60);
  });

  it('moves the clock and ticks', async () => {
    const server = await start();
    await control(server, 'POST clock', { at: '2026-11-24T18:00:00Z', speed: 60 });
    expect(server.engine.publication.simulatedAt).toEqual(new Date('2026-11-24T18:00:00Z'));
    await control(server, 'POST tick', { seconds: 600 });
    expect(server.engine.publication.simulatedAt).toEqual(new Date('2026-11-24T18:10:00Z'));
    expect(server.engine.publication.lastUpdatedAt).toEqual(startAt);
  });

  it('lets the city stand still until a new lag is caught up with', async () => {
    const server = await start();
    await control(server, 'POST clock', { lagS: 600 });
    pass(300);
    server.engine.advance();
    expect(server.engine.publication.simulatedAt).toEqual(startAt);
    expect(server.engine.publication.lastUpdatedAt).toEqual(now);
    pass(600);
    server.engine.advance();
    expect(server.engine.publication.simulatedAt).toEqual(new Date(startAt.getTime() + 300_000));
  });

  it('says what is wrong', async () => {
    const server = await start();
    const unknown = await control(server, 'POST stations/404', { numBikesAvailable: 1 });
    expect(unknown).toMatchObject({ status: 404, error: expect.stringContaining('404') });
    const bad = await control(server, 'POST faults', { kind: 'gremlins' });
    expect(bad.status).toBe(400);
    expect((await control(server, 'GET nothing')).status).toBe(404);
  });

  it('refuses pages in a browser', async () => {
    const server = await start();
    const response = await fetch(`http://127.0.0.1:${server.port}/control`, {
      headers: { Origin: 'https://example.org' },
    });
    expect(response.status).toBe(403);
  });
});

describe('faults over HTTP', () => {
  async function bodyUnder(server: FeedServer, fault: object): Promise<Answer> {
    await control(server, 'DELETE faults');
    await control(server, 'POST faults', fault);
    const response = await fetch(`http://127.0.0.1:${server.port}/station_status.json`);
    return { status: response.status, text: await response.text() };
  }

  it('break answers as they say', async () => {
    const server = await start();
    const whole = await bodyUnder(server, { kind: 'nullCodes' });
    expect(JSON.parse(whole.text).data.stations[0].stationCode).toBeNull();
    expect(await bodyUnder(server, { kind: 'empty' })).toEqual({ status: 200, text: '' });
    expect((await bodyUnder(server, { kind: 'serverError' })).status).toBe(500);
    expect((await bodyUnder(server, { kind: 'html' })).text).toMatch(/^<!DOCTYPE html>/);
    const cut = await bodyUnder(server, { kind: 'truncated', count: 1_000 });
    expect(cut).toMatchObject({ status: 200, text: expect.stringMatching(/^.{1000}$/s) });
    const { text } = await bodyUnder(server, { kind: 'allNull' });
    const [blank] = JSON.parse(text).data.stations;
    expect(new Set(Object.values(blank))).toEqual(new Set([null]));
  });

  it('keep silent, or drip, until the reader gives up', async () => {
    const server = await start();
    const url = `http://127.0.0.1:${server.port}/station_status.json`;
    server.addFault({ kind: 'silence' });
    await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/);
    server.clearFaults();
    server.addFault({ kind: 'slowDrip' });
    const response = await fetch(url, { signal: AbortSignal.timeout(300) });
    await expect(response.text()).rejects.toThrow(/timeout|aborted/);
    await expect.poll(() => server.ledger().length).toBe(2);
    expect(server.ledger().map((e) => [e.complete, e.readable, e.httpStatus])).toEqual([
      [false, false, 0],
      [false, false, 200],
    ]);
  });
});

describe('the ledger', () => {
  it('tells of every status answer what the reader then knew', async () => {
    const file = path.join(directory, 'ledger.jsonl');
    const server = await start({ ledgerFile: file });
    const served: Answer[] = [];
    for (let answer = 0; answer < 4; answer += 1) {
      served.push(await read(server, 'station_status.json'));
      pass(60);
      server.engine.advance();
    }
    const { entries } = await control(server, 'GET ledger?from=1');
    expect(entries.map((e: Answer) => e.n)).toEqual([1, 2, 3, 4]);
    expect(entries[1].changed.length).toBeLessThan(60);
    for (const [i, answer] of served.entries()) {
      const { rows } = await control(server, `GET ledger/${i + 1}`);
      const inBody = answer.data.stations.map((s: Answer) => [
        String(s.station_id),
        s.numBikesAvailable,
        s.numDocksAvailable,
        s.last_reported,
      ]);
      const inLedger = rows.map((r: Answer) => [r[0], r[1], r[4], r[6] ?? 86_400]);
      expect(new Map(inLedger.map((r: Answer) => [r[0], r]))).toEqual(
        new Map(inBody.map((r: Answer) => [r[0], r])),
      );
    }
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0].run.system).toBe('Simulated city');
    expect(lines.slice(1)).toEqual(entries);
  });

  it('marks what could not be read, and forgets no station for it', async () => {
    const server = await start();
    await read(server, 'station_status.json');
    server.addFault({ kind: 'truncated', answers: 1 });
    await (await fetch(`http://127.0.0.1:${server.port}/station_status.json`)).text();
    await read(server, 'station_status.json');
    const entries = server.ledger();
    expect(entries.map((e) => [e.readable, e.faults])).toEqual([
      [true, []],
      [false, ['truncated']],
      [true, []],
    ]);
    expect(entries[2]!.changed).toEqual([]);
    expect(server.stateAt(3)!.size).toBe(60);
  });
});
