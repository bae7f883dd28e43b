import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFileStore } from '@/lib/archive/fileStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { defaultSettings } from '@/lib/settings/settings';
import { ensurePartitionsOf } from '@/lib/stations/partitionStore';
import { runSandbox, type SandboxEvent, type SandboxSources } from './runSandbox';

const SYSTEM = 'sandboxed';
const NOW = new Date('2026-11-23T12:00:00Z');
const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const seconds = (time: string) => at(time).getTime() / 1_000;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let sources: SandboxSources;

/** When so many bikes stood at a station of 20 docks: critical at 2 or fewer by the built-in values. */
const CHANGES: [stationId: string, time: string, bikes: number][] = [
  ['a', '06:00', 9],
  ['a', '08:00', 2],
  ['a', '08:40', 0],
  ['a', '09:30', 9],
  ['b', '06:00', 4],
  ['b', '10:00', 9],
  ['gone', '06:00', 0],
  // First by its id, and new: what is known of the others does not begin with it.
  ['_new', '11:58', 9],
];

beforeAll(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'limelight-sandbox-'));
  const { pool } = database;
  await ensurePartitionsOf(pool, at('06:00'), NOW);
  for (const id of ['a', 'b', 'gone', '_new'])
    await pool.query(
      `INSERT INTO station (system_id, station_id, name, lat, lon, capacity, first_seen_at, last_seen_at, removed_at)
       VALUES ($1, $2, 'Station ' || $2, 48.85, 2.35, 20, $3, $3, $4)`,
      [SYSTEM, id, at('06:00'), id === 'gone' ? at('07:00') : null],
    );
  await pool.query(
    `INSERT INTO station_event (system_id, station_id, kind, at) VALUES ($1, 'gone', 'removed', $2)`,
    [SYSTEM, at('07:00')],
  );
  for (const [id, time, bikes] of CHANGES)
    await pool.query(
      `INSERT INTO station_change (system_id, station_id, fetched_at, last_reported_at,
         num_bikes_available, is_installed, is_renting, is_returning)
       VALUES ($1, $2, $3, $3, $4, true, true, true)`,
      [SYSTEM, id, at(time), bikes],
    );
  await pool.query(
    `INSERT INTO station_status (system_id, station_id, num_bikes_available, is_installed,
       is_renting, is_returning, last_reported_at, fetched_at, changed_at)
     SELECT DISTINCT ON (station_id) system_id, station_id, num_bikes_available, true, true, true,
       fetched_at, $2, fetched_at
     FROM station_change WHERE system_id = $1 ORDER BY station_id, fetched_at DESC`,
    [SYSTEM, NOW],
  );
  // Nobody looked between 10:30 and 11:00.
  await pool.query(
    `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts,
       outcome, median_reported_at)
     SELECT $1, 'status', 'gbfs', t, 0, 1, 1, 'stored', t
     FROM generate_series($2::timestamptz, $3, '1 minute') AS t WHERE t <= $4 OR t >= $5`,
    [SYSTEM, at('06:00'), NOW, at('10:30'), at('11:00')],
  );
  await pool.query(
    'INSERT INTO feed_state (system_id, status_fetched_at, status_checked_at) VALUES ($1, $2, $2)',
    [SYSTEM, NOW],
  );
  const reader = createHistoryReader({
    ...{ pool, systemId: SYSTEM, cacheDir: path.join(folder, 'cache'), clock: () => NOW },
    store: openFileStore(path.join(folder, 'archive')),
  });
  const columns = { stationId: [], stationCode: [], name: [], lat: [], lon: [], capacity: [] };
  sources = {
    ...{ db: pool, systemId: SYSTEM, reader, nextTurn: async () => {} },
    base: { timezone: 'Europe/Paris', districts: [], stations: { ...columns, districtId: [] } },
    inForce: { version: 7, settings: defaultSettings },
  };
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function lastEvent(from: string, to: string, minBikes: number): Promise<SandboxEvent> {
  const draft = { ...defaultSettings, minBikes, criticalShare: 0.5 };
  const asked = { fromAt: seconds(from), toAt: seconds(to) };
  let last: SandboxEvent = { kind: 'progress', share: 0 };
  for await (const event of runSandbox(sources, { draft, asked, lastingMin: 15 })) last = event;
  return last;
}

async function resultOf(from: string, to: string, minBikes: number) {
  const event = await lastEvent(from, to, minBikes);
  if (event.kind !== 'result') throw new Error(`it ended with ${event.kind}`);
  return event.result;
}

it('tells by both settings what was raised, how it turned out, and what was left out', async () => {
  const result = await resultOf('06:30', '12:00', 10);
  const [inForce, draft] = result.sides;
  // In force: a is critical from 08:00, told at 08:15, and runs empty at 08:40.
  expect(inForce).toMatchObject({ alerts: 1, stations: 2, openedShort: 1, medianMin: 90 });
  expect(inForce).toMatchObject({ precision: 1, recall: 1 });
  expect(inForce.outcomes.ranEmpty).toBe(1);
  expect(inForce.runs).toEqual({ announced: 1, late: 0, missed: 0 });
  // The draft asks for 10 bikes: b with 4 is critical from the beginning, which is no new alert.
  expect(draft).toMatchObject({ alerts: 1, stations: 3, openedShort: 2 });
  expect(result).toMatchObject({ settingsVersion: 7, observedMin: 300, unobservedMin: 30 });
  expect(result.gaps).toEqual([{ fromAt: seconds('10:30'), toAt: seconds('11:00') }]);
  // "gone" counts until it was taken out of the feed.
  const gone = result.stations.find(({ stationId }) => stationId === 'gone');
  expect(gone).toMatchObject({ name: 'Station gone', shortMin: [30, 30] });
  // 08:15 UTC is 9 in Paris.
  expect(result.hours[9]).toEqual([1, 1]);
  // Where the two differ most comes first.
  expect(result.stations[0]).toMatchObject({ stationId: 'b', shortMin: [0, 210] });
});

it('replays what history has of a longer period, and says what was asked for', async () => {
  const result = await resultOf('00:00', '12:00', 3);
  expect(result.fromAt).toBe(seconds('06:00'));
  expect(result.asked.fromAt).toBe(seconds('00:00'));
  expect(result.sides[0]).toEqual(result.sides[1]);
});

it('says that nothing is known of a period before history', async () => {
  expect(await lastEvent('02:00', '04:00', 3)).toEqual({ kind: 'nothing', reason: 'noHistory' });
});
