import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { velibFile, velibStatus } from './feedSamples';
import { goodStatus, STATUS, startTestFeed, type TestFeed } from './testFeedClient';
import { type Answer, cutShort, drip, hangUp, json, status, text } from './testFeedServer';

let feed: TestFeed;

beforeEach(async () => {
  feed = await startTestFeed();
});
afterEach(() => feed.server.close());

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
      feed.server.on(STATUS, answer);
      // Only what waits for the limit gets a short one: a busy machine is slow to answer well.
      const timeLimitMs = reason === 'timeout' ? 300 : 5_000;
      const { report, value } = await feed.fetchStatus({ timeLimitMs, maxAttempts: 2 });
      expect(value).toBeNull();
      expect(report).toMatchObject({ outcome, reason, attempts: 2 });
      expect(report.message).toMatch(/\S/);
      feed.server.on(STATUS, answer, json(goodStatus));
      expect((await feed.fetchStatus({ timeLimitMs })).report).toMatchObject({
        outcome: 'fetched',
        attempts: 2,
        reason: null,
      });
    },
  );

  it('by a refusal still tells what was counted', async () => {
    feed.server.on(STATUS, json(velibFile({ stations: [velibStatus({ is_renting: null })] })));
    expect((await feed.fetchStatus()).report).toMatchObject({
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
    feed.server.on(STATUS, answer());
    expect((await feed.fetchStatus(config)).report).toMatchObject({
      outcome: 'refused',
      reason: 'oversize',
      attempts: 1,
    });
  });

  it('goes nowhere outside http', async () => {
    feed.server.on(STATUS, status(302, { location: 'file:///etc/passwd' }));
    expect((await feed.fetchStatus()).report).toMatchObject({
      outcome: 'failed',
      reason: 'network',
    });
  });

  it('never takes longer than the budget', async () => {
    feed.server.on(STATUS, status(503, { 'retry-after': '15' }));
    const { report } = await feed.fetchStatus({ maxAttempts: 10 });
    expect(report).toMatchObject({ attempts: 3, durationMs: 30_000 });
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
