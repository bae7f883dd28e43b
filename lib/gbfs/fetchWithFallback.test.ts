import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { opendataStatus } from './feedSamples';
import {
  goodStatus,
  STATUS,
  startTestFeed,
  stationIdByCode,
  type TestFeed,
} from './testFeedClient';
import { type Answer, json, status, text } from './testFeedServer';

const FALLBACK =
  '/api/explore/v2.1/catalog/datasets/velib-disponibilite-en-temps-reel/exports/json';

let feed: TestFeed;

beforeEach(async () => {
  feed = await startTestFeed();
});
afterEach(() => feed.server.close());

describe('the fallback', () => {
  const withFallback = () => ({ fallbackUrl: feed.server.url });

  it('answers when GBFS has nothing fit', async () => {
    feed.server.on(STATUS, text('<html>'));
    feed.server.on(FALLBACK, json([opendataStatus()]));
    const { report, value } = await feed.fetchStatus(withFallback());
    expect(value).toMatchObject({ source: 'opendata', stations: [{ stationId: '213688169' }] });
    expect(report).toMatchObject({
      outcome: 'fetched',
      source: 'opendata',
      url: `${feed.server.url}${FALLBACK}`,
      reason: null,
      message: 'gbfs: The body is a page, not JSON',
    });
  });

  it('is not asked while GBFS answers', async () => {
    await feed.fetchStatus(withFallback());
    expect(feed.timesAsked(FALLBACK)).toBe(0);
  });

  it('keeps its own time when GBFS uses up all of its', async () => {
    feed.server.on(STATUS, status(503, { 'retry-after': '12' }));
    feed.server.on(FALLBACK, json([opendataStatus()]));
    expect((await feed.fetchStatus(withFallback())).report.source).toBe('opendata');
    expect(feed.passedMs()).toBeLessThanOrEqual(30_000);
  });

  it('that fails too leaves the first problem to be told', async () => {
    feed.server.on(STATUS, status(500));
    const { report } = await feed.fetchStatus(withFallback());
    expect(report).toMatchObject({
      outcome: 'failed',
      source: 'gbfs',
      reason: 'httpStatus',
      httpStatus: 500,
      url: `${feed.server.url}${STATUS}`,
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
    feed.server.on(STATUS, tagged, status(404), tagged);
    feed.server.on(FALLBACK, json([opendataStatus()]));
    const client = feed.openClient(withFallback());
    await client.fetchStatus(stationIdByCode);
    expect((await client.fetchStatus(stationIdByCode)).report.source).toBe('opendata');
    await client.fetchStatus(stationIdByCode);
    expect(conditions).toEqual([undefined, undefined]);
  });
});
