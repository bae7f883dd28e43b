import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { totalsOfDays } from './feedReliability';
import { readFeedReliability } from './feedReliabilityStore';

const SYSTEM = 'testcity';
/** Midnight in Paris. */
const DAY_AT = Date.UTC(2026, 10, 19, 23) / 1_000;
const HOUR_S = 3_600;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function fetched(at: number, outcome: string, lagS: number | null, reason: string | null) {
  await database.pool.query(
    `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts,
       outcome, reason, feed_lag_s)
     VALUES ($1, 'status', 'gbfs', to_timestamp($2), 10, 0, 1, $3, $4, $5)`,
    [SYSTEM, at, outcome, reason, lagS],
  );
}

test('lag, holes, outcomes and silent stations of a span', async () => {
  await database.pool.query(
    `INSERT INTO station_change (system_id, station_id, fetched_at, num_bikes_available,
       is_installed, is_renting, is_returning)
     VALUES ($1, 'fresh', to_timestamp($2), 1, true, true, true)`,
    [SYSTEM, DAY_AT],
  );
  // Every five minutes for four hours, but for one of them.
  for (let at = DAY_AT; at <= DAY_AT + 4 * HOUR_S; at += 300) {
    const isHole = at > DAY_AT + HOUR_S && at < DAY_AT + 2 * HOUR_S;
    if (isHole) await fetched(at, 'failed', null, 'timeout');
    else await fetched(at, 'stored', 120, null);
  }
  await database.pool.query(
    `INSERT INTO feed_state (system_id, status_median_reported_at) VALUES ($1, to_timestamp($2))`,
    [SYSTEM, DAY_AT],
  );
  for (const [stationId, reportedAt] of [
    ['fresh', DAY_AT - HOUR_S],
    ['silent', DAY_AT - 30 * HOUR_S],
    ['never', null],
  ] as const) {
    await database.pool.query(
      `INSERT INTO station (system_id, station_id, name, lat, lon, first_seen_at, last_seen_at)
       VALUES ($1, $2, $2, 48.8, 2.3, now(), now())`,
      [SYSTEM, stationId],
    );
    await database.pool.query(
      `INSERT INTO station_status (system_id, station_id, num_bikes_available, is_installed,
         is_renting, is_returning, last_reported_at, fetched_at, changed_at)
       VALUES ($1, $2, 1, true, true, true, to_timestamp($3), now(), now())`,
      [SYSTEM, stationId, reportedAt],
    );
  }
  const span = { fromAt: DAY_AT, toAt: DAY_AT + 4 * HOUR_S };
  const feed = await readFeedReliability(
    database.pool,
    SYSTEM,
    span,
    'Europe/Paris',
    DAY_AT + 4 * HOUR_S,
  );
  expect(feed.days).toEqual([
    { date: '2026-11-20', fetches: 48, good: 37, lagMedianS: 120, lagP95S: 120 },
  ]);
  expect(feed.outcomes).toEqual([
    { source: 'gbfs', outcome: 'stored', reason: null, fetches: 37 },
    { source: 'gbfs', outcome: 'failed', reason: 'timeout', fetches: 11 },
  ]);
  expect(feed.holes).toEqual({
    recordedS: 4 * HOUR_S,
    missingS: HOUR_S,
    count: 1,
    longest: [{ fromAt: DAY_AT + HOUR_S, toAt: DAY_AT + 2 * HOUR_S }],
  });
  expect(feed.silent).toEqual({
    count: 2,
    stations: [
      { stationId: 'never', name: 'never', lastReportedAt: null },
      { stationId: 'silent', name: 'silent', lastReportedAt: DAY_AT - 30 * HOUR_S },
    ],
  });
  expect(totalsOfDays(feed.days)).toEqual({ fetches: 48, good: 37, lagMedianS: 120, lagP95S: 120 });
});
