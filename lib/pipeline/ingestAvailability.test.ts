import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DatabaseHandle, openDatabase } from '@/lib/db/database';
import { withSessionLock } from '@/lib/db/sessionLock';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { type CuttableProxy, startCuttableProxy } from '@/lib/db/testProxy';
import { createLog } from '@/lib/log/log';
import { createIngestStore } from '@/lib/stations/ingestStore';
import { createStationStore } from '@/lib/stations/stationStore';
import { testFetch } from '@/lib/stations/testSnapshots';
import { MINUTE_MS } from '@/lib/units/clock';
import { type FeedServer, startFeedServer } from '@/scripts/feed/feedServer';
import { type AvailabilityOptions, createAvailabilityIngest } from './ingestAvailability';
import { ingestSystem } from './ingestSystem';
import { openSpool } from './spoolStore';
import { testFeedClient } from './testFeedClient';

const SYSTEM = 'testcity';
const LOCK = `fetch-availability ${SYSTEM}`;
const TICK: AvailabilityOptions = { force: false, unlessStartedSince: null };

let direct: Awaited<ReturnType<typeof openTestDatabase>>;
let proxy: CuttableProxy;
let database: DatabaseHandle;
let feed: FeedServer;
let directory: string;
let nowMs: number;

beforeAll(async () => {
  direct = await openTestDatabase();
  proxy = await startCuttableProxy(direct.url);
  database = openDatabase(proxy.url, { onIdleError: () => {} });
});
afterAll(async () => {
  await database.close();
  await proxy.close();
  await direct.close();
});
beforeEach(async () => {
  await direct.pool.query(
    'TRUNCATE station_status, station_change, station, feed_state, feed_fetch, system',
  );
  directory = await mkdtemp(path.join(tmpdir(), 'limelight-spool-'));
  nowMs = Date.UTC(2026, 10, 23, 6);
  feed = await startFeedServer({
    port: 0,
    periodS: 0,
    seed: 7,
    city: { kind: 'generated', stations: 60, centre: { lat: 48.86, lon: 2.35 } },
    clock,
  });
});
afterEach(async () => {
  await feed.close();
  await rm(directory, { recursive: true });
});

const clock = () => new Date(nowMs);

function ingestOf(workerId: string) {
  const client = testFeedClient(feed.url, clock);
  const stations = createStationStore(database.pool, SYSTEM);
  return createAvailabilityIngest({
    feed: client,
    exclusively: (use) =>
      withSessionLock(database.pool, LOCK, (db) => use(createIngestStore(db, SYSTEM))),
    readStationIdByCode: stations.readStationIdByCode,
    ingestSystem: () =>
      ingestSystem({
        feed: client,
        ingest: createIngestStore(database.pool, SYSTEM),
        stations,
        feedUrl: feed.url,
        placeholder: { name: SYSTEM, timezone: 'Etc/UTC', language: 'en', simulation: null },
      }),
    spool: openSpool({ directory, maxBytes: 50_000_000, workerId, onUnreadable: () => {} }),
    clock,
    log: createLog('silent', 'test'),
  });
}

/** The next minute: the city moves on, the feed with it. */
function nextMinute(): void {
  nowMs += MINUTE_MS;
  feed.engine.advance();
}

async function storedCounts() {
  const { rows } = await direct.pool.query(
    `SELECT station_id AS id, num_bikes_available AS bikes, num_docks_available AS docks,
       extract(epoch FROM last_reported_at)::int AS reported
     FROM station_status ORDER BY station_id`,
  );
  return rows;
}

function servedCounts(n: number) {
  return [...(feed.stateAt(n)?.values() ?? [])]
    .map(([id, bikes, , , docks, , reported]) => ({ id, bikes, docks, reported }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every change that the feed served in a readable answer, in the order in which it served them. */
function servedChanges(): string[] {
  const latest = new Map<string, string>();
  return feed.ledger().flatMap(({ readable, servedAt, changed }) =>
    (readable ? changed : []).flatMap(([id, ...rest]) => {
      const counts = JSON.stringify(rest.slice(0, 5));
      if (latest.get(id) === counts) return [];
      latest.set(id, counts);
      return [`${servedAt} ${id} ${rest[0]}`];
    }),
  );
}

async function storedChanges(): Promise<string[]> {
  const { rows } = await direct.pool.query<{ id: string; at: Date; bikes: number }>(
    `SELECT station_id AS id, fetched_at AS at, num_bikes_available AS bikes FROM station_change`,
  );
  return rows.map(({ id, at, bikes }) => `${at.toISOString()} ${id} ${bikes}`);
}

async function outcomes(): Promise<string[]> {
  const { rows } = await direct.pool.query<{ text: string }>(
    `SELECT concat_ws(' ', outcome, reason) AS text FROM feed_fetch WHERE feed = 'status'
     ORDER BY started_at`,
  );
  return rows.map((row) => row.text);
}

describe('the minute’s fetch', () => {
  test('keeps exactly what the feed served, minute after minute', async () => {
    const ingest = ingestOf('w1');
    for (let minute = 0; minute < 12; minute++) {
      expect(await ingest(TICK)).toMatchObject({ outcome: 'stored' });
      nextMinute();
    }
    expect(await storedCounts()).toEqual(servedCounts(feed.ledger().at(-1)!.n));
    expect((await storedChanges()).sort()).toEqual(servedChanges().sort());
    expect(servedChanges().length).toBeGreaterThan(70);
  });

  test('names the city, and says that it is simulated, before its first numbers', async () => {
    await ingestOf('w1')(TICK);
    const { rows } = await direct.pool.query('SELECT simulation FROM system');
    expect(rows).toEqual([{ simulation: 'generated' }]);
  });

  test('an answer that did not change is healthy and stores nothing', async () => {
    const ingest = ingestOf('w1');
    await ingest(TICK);
    nowMs += MINUTE_MS;
    expect(await ingest(TICK)).toMatchObject({ outcome: 'unchanged' });
    expect(await outcomes()).toEqual(['stored', 'unchanged']);
  });

  test('backs off while the feed fails, and is back at once when it answers', async () => {
    const ingest = ingestOf('w1');
    await ingest(TICK);
    const before = await storedCounts();
    feed.addFault({ kind: 'serverError', resource: 'station_status' });
    const results: string[] = [];
    for (let minute = 0; minute < 12; minute++) {
      nextMinute();
      const result = await ingest(TICK);
      results.push(result.outcome === 'skipped' ? result.why : result.outcome);
    }
    // After 1, 2, 4 and then every 5 minutes.
    expect(results.map((result) => (result === 'failed' ? 'F' : '.')).join('')).toBe(
      'FF.F...F....',
    );
    expect(await storedCounts()).toEqual(before);
    feed.clearFaults();
    nowMs += 5 * MINUTE_MS;
    expect(await ingest(TICK)).toMatchObject({ outcome: 'stored' });
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ outcome: 'stored' });
  });

  test('a person who asks is not put off', async () => {
    const ingest = ingestOf('w1');
    feed.addFault({ kind: 'html' });
    await ingest(TICK);
    await ingest(TICK);
    expect(await ingest({ ...TICK, force: true })).toMatchObject({ outcome: 'refused' });
  });

  test('refuses a mirror that goes back, and asks it again the next minute', async () => {
    const ingest = ingestOf('w1');
    await ingest(TICK);
    nextMinute();
    await ingest(TICK);
    const before = await storedCounts();
    feed.addFault({ kind: 'backInTime', count: 90, answers: 1, resource: 'station_status' });
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ outcome: 'refused', reason: 'wentBack' });
    expect(await storedCounts()).toEqual(before);
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ outcome: 'stored' });
    expect(await outcomes()).toEqual(['stored', 'stored', 'refused wentBack', 'stored']);
  });

  test('asks for the stations when status names unknown ones, not more than it should', async () => {
    const ingest = ingestOf('w1');
    expect(await ingest(TICK)).toMatchObject({ needsStations: true });
    const store = createStationStore(direct.pool, SYSTEM);
    const described = feed.engine.publication.stations.slice(1);
    const fetchedAt = clock();
    await store.storeStations([...described], testFetch(fetchedAt, { feed: 'stations' }), {
      fetchedAt,
      acceptMassRemoval: false,
    });
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ orphans: 1, needsStations: false });
    nowMs += 14 * MINUTE_MS;
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ orphans: 1, needsStations: true });
  });

  test('does nothing where another worker is at it, or was', async () => {
    const ingest = ingestOf('w1');
    await withSessionLock(database.pool, LOCK, async () => {
      expect(await ingest(TICK)).toEqual({ outcome: 'skipped', why: 'busy' });
    });
    await ingestOf('w2')(TICK);
    const unlessStartedSince = clock();
    expect(await ingest({ ...TICK, unlessStartedSince })).toEqual({
      outcome: 'skipped',
      why: 'fresh',
    });
    expect(feed.ledger()).toHaveLength(1);
  });
});

describe('Postgres away', () => {
  test('nothing is lost: every minute is kept on disk and stored in order when it is back', async () => {
    const ingest = ingestOf('w1');
    await ingest(TICK);
    await proxy.cut();
    for (let minute = 0; minute < 5; minute++) {
      nextMinute();
      expect(await ingest(TICK)).toEqual({ outcome: 'spooled' });
    }
    await proxy.mend();
    // Another worker on the same machine, started later, does as well.
    nextMinute();
    expect(await ingestOf('w2')(TICK)).toMatchObject({ outcome: 'stored', drained: 5 });
    expect((await storedChanges()).sort()).toEqual(servedChanges().sort());
    expect(await outcomes()).toEqual(Array(7).fill('stored'));
    expect(await readdir(directory)).toEqual([]);
  });

  test('also when it goes while a snapshot is on its way', async () => {
    const ingest = ingestOf('w1');
    await ingest(TICK);
    nextMinute();
    const blocker = await direct.pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE station_change IN ACCESS EXCLUSIVE MODE');
    const ingesting = ingest(TICK);
    await blockedWriter();
    await proxy.cut();
    expect(await ingesting).toEqual({ outcome: 'spooled' });
    await blocker.query('ROLLBACK');
    blocker.release();
    await freedLock();
    await proxy.mend();
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ outcome: 'stored', drained: 1 });
    expect((await storedChanges()).sort()).toEqual(servedChanges().sort());
  });

  test('also when it hangs and says nothing', async () => {
    const ingest = ingestOf('w1');
    await ingest(TICK);
    proxy.hang();
    for (let minute = 0; minute < 2; minute++) {
      nextMinute();
      expect(await ingest(TICK)).toEqual({ outcome: 'spooled' });
    }
    await proxy.mend();
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ outcome: 'stored', drained: 2 });
    expect((await storedChanges()).sort()).toEqual(servedChanges().sort());
  });

  test('a file that nobody can read is set aside and holds nothing up', async () => {
    const ingest = ingestOf('w1');
    await proxy.cut();
    await ingest(TICK);
    await proxy.mend();
    await writeFile(path.join(directory, '2026-11-23T000000.000Z-w0.json.gz'), 'cut off');
    nextMinute();
    expect(await ingest(TICK)).toMatchObject({ outcome: 'stored', drained: 1 });
    expect(await readdir(directory)).toEqual(['2026-11-23T000000.000Z-w0.json.gz.unreadable']);
  });

  /** The server goes on with the cut connection's write, and holds its lock, until that is done. */
  async function freedLock(): Promise<void> {
    for (;;) {
      const { rowCount } = await direct.pool.query(
        `SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database
         WHERE locktype = 'advisory' AND d.datname = current_database()`,
      );
      if (!rowCount) return;
    }
  }

  /** Until the write waits for the lock that the test holds. */
  async function blockedWriter(): Promise<void> {
    for (;;) {
      const { rowCount } = await direct.pool.query(
        `SELECT 1 FROM pg_stat_activity
         WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      if (rowCount) return;
    }
  }
});
