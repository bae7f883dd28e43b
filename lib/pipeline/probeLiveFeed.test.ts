import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createLog } from '@/lib/log/log';
import { MINUTE_MS } from '@/lib/units/clock';
import { startFeedServer } from '@/scripts/feed/feedServer';
import { probeLiveFeed } from './probeLiveFeed';
import { testFeedClient } from './testFeedClient';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('says once that the live feed answers again, and again after it went', async () => {
  let nowMs = Date.UTC(2026, 10, 23, 6);
  const clock = () => new Date(nowMs);
  const feed = await startFeedServer({
    port: 0,
    periodS: 0,
    city: { kind: 'generated', stations: 20, centre: { lat: 48.86, lon: 2.35 } },
    clock,
  });
  const log = createLog('silent', 'test');
  const warn = vi.spyOn(log, 'warn');
  const probe = async () => {
    nowMs += 5 * MINUTE_MS;
    const { answers } = await probeLiveFeed({
      liveFeed: testFeedClient(feed.url, clock),
      db: database.pool,
      systemId: 'simulated-city',
      liveFeedUrl: feed.url,
      log,
    });
    return { answers, said: warn.mock.calls.length };
  };
  feed.addFault({ kind: 'serverError' });
  expect(await probe()).toEqual({ answers: false, said: 0 });
  feed.clearFaults();
  expect(await probe()).toEqual({ answers: true, said: 1 });
  expect(await probe()).toEqual({ answers: true, said: 1 });
  const { rows } = await database.pool.query('SELECT live_feed_seen_at AS at FROM feed_state');
  expect(rows).toEqual([{ at: clock() }]);
  nowMs += 60 * MINUTE_MS;
  expect(await probe()).toEqual({ answers: true, said: 2 });
  await feed.close();
});
