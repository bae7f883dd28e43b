import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  goodStatus,
  STATUS,
  startTestFeed,
  stationIdByCode,
  type TestFeed,
} from './testFeedClient';
import { json, status, text } from './testFeedServer';

let feed: TestFeed;

beforeEach(async () => {
  feed = await startTestFeed();
});
afterEach(() => feed.server.close());

describe('discovery', () => {
  it('is read once an hour at least, whatever its ttl', async () => {
    feed.server.on(
      '/gbfs.json',
      json({ ttl: 0, data: { feeds: feed.feedsOf(['station_status']) } }),
    );
    const client = feed.openClient();
    await client.fetchStatus(stationIdByCode);
    feed.pass(3_599_000);
    await client.fetchStatus(stationIdByCode);
    expect(feed.timesAsked('/gbfs.json')).toBe(1);
    feed.pass(2_000);
    await client.fetchStatus(stationIdByCode);
    expect(feed.timesAsked('/gbfs.json')).toBe(2);
  });

  it('is read again in the same fetch when an address is gone', async () => {
    const client = feed.openClient();
    await client.fetchStatus(stationIdByCode);
    feed.server.on(STATUS, status(404));
    const moved = [{ name: 'station_status', url: `${feed.server.url}/v2/status.json` }];
    feed.server.on('/gbfs.json', json({ data: { feeds: moved } }));
    feed.server.on('/v2/status.json', json(goodStatus));
    expect((await client.fetchStatus(stationIdByCode)).report).toMatchObject({
      outcome: 'fetched',
      url: `${feed.server.url}/v2/status.json`,
    });
  });

  it('is read again after a failure of any kind, and may itself fail then', async () => {
    const client = feed.openClient({ maxAttempts: 1 });
    feed.server.on(STATUS, status(500), json(goodStatus));
    expect((await client.fetchStatus(stationIdByCode)).report.outcome).toBe('failed');
    feed.server.on('/gbfs.json', status(500));
    expect((await client.fetchStatus(stationIdByCode)).report.outcome).toBe('fetched');
    expect(feed.timesAsked('/gbfs.json')).toBe(2);
  });

  it('that never answered fails the fetch, and says where', async () => {
    feed.server.on('/gbfs.json', text('<html>'));
    expect((await feed.fetchStatus()).report).toMatchObject({
      outcome: 'refused',
      reason: 'html',
      url: `${feed.server.url}/gbfs.json`,
      httpStatus: 200,
    });
  });

  it('that lists no such feed fails it at once', async () => {
    expect((await feed.openClient().fetchSystem()).report).toMatchObject({
      outcome: 'failed',
      reason: 'notListed',
    });
  });
});
