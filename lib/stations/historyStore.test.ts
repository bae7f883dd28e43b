import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { withTransaction } from '@/lib/db/transaction';
import { READ_HISTORY_SQL, readStationHistory } from './historyStore';
import { ensurePartitions } from './partitionStore';
import { createStationStore } from './stationStore';
import { testFetch } from './testSnapshots';

const SYSTEM = 'testcity';
const NOW = new Date('2026-11-02T12:00:00Z');
const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);
const seconds = (date: Date) => date.getTime() / 1_000;
const FROM = seconds(ago(24 * 60));

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensurePartitions(database.pool, new Date('2026-10-01T00:00:00Z'));
});
afterAll(() => database.close());

async function change(stationId: string, at: Date, bikes: number, isRenting = true) {
  await database.pool.query(
    `INSERT INTO station_change (system_id, station_id, fetched_at, num_bikes_available,
       num_docks_available, is_installed, is_renting, is_returning)
     VALUES ($1, $2, $3, $4::int, 20 - $4::int, true, $5, $5)`,
    [SYSTEM, stationId, at, bikes, isRenting],
  );
}

async function describeStation(stationId: string, name: string, at: Date, capacity = 20) {
  const station = { stationId, stationCode: '7', name, lat: 48.85, lon: 2.35, capacity };
  await createStationStore(database.pool, SYSTEM).storeStations(
    [station],
    testFetch(at, { feed: 'stations' }),
    { fetchedAt: at, acceptMassRemoval: true },
  );
}

async function fetches(times: Date[], outcome: string) {
  await database.pool.query(
    `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts, outcome)
     SELECT $1, 'status', 'gbfs', at, 100, 1, 1, $3 FROM unnest($2::timestamptz[]) AS at`,
    [SYSTEM, times, outcome],
  );
}

const read = (stationId: string) => readStationHistory(database.pool, SYSTEM, stationId, NOW);
const everyMinute = (fromMin: number, toMin: number) =>
  Array.from({ length: fromMin - toMin + 1 }, (_, i) => ago(fromMin - i));

describe('readStationHistory', () => {
  test('knows no station that was never described', async () => {
    expect(await read('nowhere')).toBeNull();
  });

  test('begins with what held when the window opened, in whichever month that was said', async () => {
    await describeStation('a', 'Rue A', ago(40 * 24 * 60));
    await change('a', new Date('2026-10-05T00:00:00Z'), 9);
    await change('a', new Date('2026-10-05T00:01:00Z'), 8);
    await change('a', ago(60), 3);
    await change('a', ago(-1), 1);
    const { changes, fromAt, toAt } = (await read('a'))!;
    expect({ fromAt, toAt }).toEqual({ fromAt: FROM, toAt: seconds(NOW) });
    expect(changes).toEqual({
      at: [FROM, seconds(ago(60))],
      numBikesAvailable: [8, 3],
      numDocksAvailable: [12, 17],
      flags: [7, 7],
    });
  });

  test('says when nobody looked: failed fetches are no look, unchanged answers are', async () => {
    expect((await read('a'))!.unobserved).toEqual([[FROM, seconds(NOW)]]);
    await fetches(everyMinute(24 * 60, 601), 'stored');
    await fetches(everyMinute(600, 301), 'failed');
    await fetches(everyMinute(300, 120), 'unchanged');
    await fetches([ago(113), ...everyMinute(105, 0)], 'stored');
    expect((await read('a'))!.unobserved).toEqual([
      [seconds(ago(601)), seconds(ago(300))],
      [seconds(ago(113)), seconds(ago(105))],
    ]);
  });

  test('tells closures and changed descriptions together, newest first', async () => {
    await describeStation('b', 'Rue B', ago(30 * 24 * 60));
    await change('b', ago(8 * 24 * 60), 5, false);
    await change('b', ago(6 * 24 * 60), 5, true);
    await change('b', ago(3 * 24 * 60), 0, false);
    await describeStation('b', '<img src=x>', ago(2 * 24 * 60), 30);
    await change('b', ago(30), 2, true);
    const { events } = (await read('b'))!;
    // The turn of eight days ago is beyond the days for closures: its opposite has no before.
    expect(events.map(({ kind }) => kind)).toEqual([
      'opened',
      'resized',
      'renamed',
      'closed',
      'added',
    ]);
    expect(events[2]).toEqual({
      at: seconds(ago(2 * 24 * 60)),
      kind: 'renamed',
      before: { name: 'Rue B' },
      after: { name: '<img src=x>' },
    });
  });

  test('reaches the change log by its index alone', async () => {
    await database.pool.query(
      `INSERT INTO station_change (system_id, station_id, fetched_at, num_bikes_available,
         is_installed, is_renting, is_returning)
       SELECT $1, 'n' || s, $2::timestamptz - make_interval(mins => m), m % 20, true, true, true
       FROM generate_series(1, 200) AS s, generate_series(1, 600, 6) AS m`,
      [SYSTEM, NOW],
    );
    await database.pool.query('ANALYZE station_change');
    const plan = await withTransaction(database.pool, async (db) => {
      // Months of a handful of rows are scanned whatever there is: what is asked is what can be.
      await db.query('SET LOCAL enable_seqscan = off');
      const { rows } = await db.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN ${READ_HISTORY_SQL.replace(/\$(\d)/g, (_, i) => PLAN_VALUES[Number(i) - 1]!)}`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('station_change_2026_11_pkey');
    expect(plan).not.toMatch(/Seq Scan on (station_change|feed_fetch|station_event)/);
  });
});

const PLAN_VALUES = [
  `'${SYSTEM}'`,
  `'n7'`,
  `'${ago(24 * 60).toISOString()}'::timestamptz`,
  `'${NOW.toISOString()}'::timestamptz`,
  '420',
  '7',
  '30',
];
