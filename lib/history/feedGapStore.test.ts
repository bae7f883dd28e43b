import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestCity, stationStatus } from '@/lib/archive/testCity';
import type { DatabaseHandle } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { pruneRunLogs } from '@/lib/stations/runLogStore';
import { DAY_MS, MINUTE_MS } from '@/lib/units/clock';
import { keepFeedGaps, readFeedGaps } from './feedGapStore';

let db: DatabaseHandle;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const FROM_MS = Date.UTC(2026, 8, 1);
const DAYS = { fromAt: FROM_MS / 1_000, toAt: (FROM_MS + 4 * DAY_MS) / 1_000 };

/** Looks every six minutes for four days, but for the minutes left out. */
async function lookAround(systemId: string, isLeftOut: (atMs: number) => boolean): Promise<void> {
  const city = createTestCity(db.pool, systemId);
  await city.fetchStatus(new Date(FROM_MS + 150), [stationStatus('a')]);
  const minutes = Array.from({ length: 4 * 240 }, (_, i) => FROM_MS + (i + 1) * 6 * MINUTE_MS);
  await look(
    systemId,
    minutes.filter((atMs) => !isLeftOut(atMs)),
  );
}

async function look(systemId: string, atMs: readonly number[]): Promise<void> {
  await db.pool.query(
    `INSERT INTO feed_fetch
       (system_id, feed, source, started_at, duration_ms, bytes, attempts, outcome)
     SELECT $1, 'status', 'gbfs', at, 0, 0, 1, 'unchanged' FROM unnest($2::timestamptz[]) AS at`,
    [systemId, atMs.map((ms) => new Date(ms))],
  );
}

const minuteOf = (day: number, minute: number) => FROM_MS + day * DAY_MS + minute * MINUTE_MS;
const gap = (fromMs: number, toMs: number) => ({ fromAt: fromMs / 1_000, toAt: toMs / 1_000 });

it('says the same before the gaps are kept, after, and once the fetches are gone', async () => {
  const systemId = `kept-${randomUUID()}`;
  const isOut = (atMs: number) =>
    (atMs > minuteOf(0, 60) && atMs < minuteOf(0, 120)) ||
    (atMs > minuteOf(3, 600) && atMs < minuteOf(3, 660));
  await lookAround(systemId, isOut);
  const read = () => readFeedGaps(db.pool, systemId, DAYS, false, DAYS.toAt);
  const gaps = [gap(minuteOf(0, 60), minuteOf(0, 120)), gap(minuteOf(3, 600), minuteOf(3, 660))];
  expect(await read()).toEqual(gaps);
  await keepFeedGaps(db.pool);
  expect(await read()).toEqual(gaps);
  // Thirty days after the second day.
  await pruneRunLogs(db.pool, new Date(minuteOf(32, 0)));
  expect(await read()).toEqual(gaps);
  await keepFeedGaps(db.pool);
  expect(await read()).toEqual(gaps);
});

it('closes a gap when fetches that waited on disk come late', async () => {
  const systemId = `late-${randomUUID()}`;
  const isOut = (atMs: number) => atMs > minuteOf(1, 60) && atMs < minuteOf(1, 120);
  await lookAround(systemId, isOut);
  await keepFeedGaps(db.pool);
  const read = () => readFeedGaps(db.pool, systemId, DAYS, false, DAYS.toAt);
  expect(await read()).toEqual([gap(minuteOf(1, 60), minuteOf(1, 120))]);
  await look(
    systemId,
    [66, 72, 78, 84].map((minute) => minuteOf(1, minute)),
  );
  await keepFeedGaps(db.pool);
  expect(await read()).toEqual([gap(minuteOf(1, 84), minuteOf(1, 120))]);
});

it('counts the silence until now', async () => {
  const systemId = `silent-${randomUUID()}`;
  await lookAround(systemId, () => false);
  const nowAt = DAYS.toAt + 3_600;
  const span = { fromAt: DAYS.toAt - 3_600, toAt: nowAt };
  expect(await readFeedGaps(db.pool, systemId, span, false, nowAt)).toEqual([
    { fromAt: DAYS.toAt, toAt: nowAt },
  ]);
});
