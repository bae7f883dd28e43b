import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { seededRng } from '@/lib/units/rng';
import { createIngestStore } from './ingestStore';
import { LIVE_CHANNEL } from './liveChannel';
import type { StatusSnapshot } from './snapshot';
import type { StationStatus } from './station';
import { randomSnapshots, testFetch, testSnapshot } from './testSnapshots';

const SYSTEM = 'testcity';
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute));

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  database.pool.query(
    'TRUNCATE station_status, station_change, station, feed_state, feed_fetch RESTART IDENTITY',
  ),
);

const store = () => createIngestStore(database.pool, SYSTEM);
const put = (snapshot: StatusSnapshot) =>
  store().storeSnapshot(snapshot, testFetch(snapshot.fetchedAt));

async function statusRow(stationId: string) {
  const { rows } = await database.pool.query(
    `SELECT num_bikes_available AS bikes, num_docks_available AS docks, is_renting AS renting,
       last_reported_at AS reported, fetched_at AS fetched, changed_at AS changed
     FROM station_status WHERE system_id = $1 AND station_id = $2`,
    [SYSTEM, stationId],
  );
  return rows[0];
}

async function changeLog() {
  const { rows } = await database.pool.query<{ id: string; at: Date; bikes: number }>(
    `SELECT station_id AS id, fetched_at AS at, num_bikes_available AS bikes,
       num_docks_available AS docks, is_renting AS renting
     FROM station_change WHERE system_id = $1 ORDER BY fetched_at, station_id`,
    [SYSTEM],
  );
  return rows;
}

async function fetchRows() {
  const { rows } = await database.pool.query(
    `SELECT outcome, reason, stations_changed AS changed, orphans FROM feed_fetch ORDER BY id`,
  );
  return rows;
}

describe('storeSnapshot', () => {
  test('keeps the latest status and appends what changed, and only that', async () => {
    await put(
      testSnapshot(at(0), [
        { stationId: 'a', numBikesAvailable: 4 },
        { stationId: 'b', numBikesAvailable: 7 },
        { stationId: '00112', numBikesAvailable: 0, numDocksAvailable: null, lastReportedAt: null },
      ]),
    );
    const second = await put(
      testSnapshot(at(1), [
        { stationId: 'a', numBikesAvailable: 3 },
        { stationId: 'b', numBikesAvailable: 7 },
        { stationId: '00112', numBikesAvailable: 0, numDocksAvailable: null, lastReportedAt: null },
      ]),
    );
    expect(second).toEqual({
      outcome: 'stored',
      statusVersion: 2,
      written: 2,
      changed: 1,
      orphans: 3,
    });
    expect((await changeLog()).map(({ id, at, bikes }) => [id, at, bikes])).toEqual([
      ['00112', at(0), 0],
      ['a', at(0), 4],
      ['b', at(0), 7],
      ['a', at(1), 3],
    ]);
    expect(await statusRow('a')).toMatchObject({ bikes: 3, changed: at(1), reported: at(1) });
    // b reported anew without a change: the report is kept, the moment of change stays.
    expect(await statusRow('b')).toMatchObject({ bikes: 7, changed: at(0), reported: at(1) });
    expect(await statusRow('00112')).toMatchObject({ docks: null, reported: null, fetched: at(0) });
  });

  test('a second delivery changes nothing, not even the fetches', async () => {
    const snapshot = testSnapshot(at(0), [{ stationId: 'a' }]);
    await put(snapshot);
    const before = [await statusRow('a'), await changeLog(), await fetchRows()];
    expect(await put(snapshot)).toEqual({ outcome: 'present' });
    expect([await statusRow('a'), await changeLog(), await fetchRows()]).toEqual(before);
  });

  test('what comes after a later answer was overtaken, by another worker with luck', async () => {
    await put(testSnapshot(at(5), [{ stationId: 'a', numBikesAvailable: 9 }]));
    const late = testSnapshot(at(4), [{ stationId: 'a', numBikesAvailable: 2 }]);
    expect(await put(late)).toEqual({ outcome: 'overtaken' });
    // Begun in the very millisecond of the stored one, and yet not that one.
    const twin = testFetch(at(5), { durationMs: 80 });
    const answer = { ...late, fetchedAt: at(5) };
    expect(await store().storeSnapshot(answer, twin)).toEqual({ outcome: 'overtaken' });
    expect(await statusRow('a')).toMatchObject({ bikes: 9, fetched: at(5) });
  });

  test.each([
    ['by the feed’s own time', { lastUpdatedAt: at(3) }, { lastUpdatedAt: at(1) }, 120],
    [
      'by the median report where the feed has no time',
      { lastUpdatedAt: null, medianReportedAt: at(3) },
      { lastUpdatedAt: null, medianReportedAt: at(2) },
      60,
    ],
  ])('refuses an older snapshot %s', async (_, newer, older, behindS) => {
    await put(testSnapshot(at(5), [{ stationId: 'a', numBikesAvailable: 9 }], newer));
    const refused = await put(testSnapshot(at(6), [{ stationId: 'a' }], older));
    expect(refused).toEqual({ outcome: 'older', behindS });
    expect(await statusRow('a')).toMatchObject({ bikes: 9, fetched: at(5) });
    expect(await changeLog()).toHaveLength(1);
  });

  test('a feed time from the future does not lock the door behind it', async () => {
    const future = new Date(at(0).getTime() + 86_400_000);
    await put(testSnapshot(at(0), [{ stationId: 'a' }], { lastUpdatedAt: future }));
    expect(await put(testSnapshot(at(1), [{ stationId: 'a' }]))).toMatchObject({
      outcome: 'stored',
    });
  });

  test('leaves alone a station whose own report is older than the stored one', async () => {
    await put(testSnapshot(at(5), [{ stationId: 'a', numBikesAvailable: 9 }]));
    const late = { stationId: 'a', numBikesAvailable: 1, lastReportedAt: at(2) };
    expect(await put(testSnapshot(at(6), [late, { stationId: 'b' }]))).toMatchObject({
      outcome: 'stored',
      written: 1,
    });
    expect(await statusRow('a')).toMatchObject({ bikes: 9, reported: at(5) });
  });

  test('a station that is missing keeps its last status', async () => {
    await put(testSnapshot(at(0), [{ stationId: 'a' }, { stationId: 'b' }]));
    await put(testSnapshot(at(1), [{ stationId: 'b' }]));
    expect(await statusRow('a')).toMatchObject({ fetched: at(0) });
  });

  test('counts the stations that nobody described, once there are described ones', async () => {
    await put(testSnapshot(at(0), [{ stationId: 'a' }]));
    await database.pool.query(
      `INSERT INTO station (system_id, station_id, name, lat, lon, first_seen_at, last_seen_at,
         removed_at)
       VALUES ($1, 'a', 'A', 48, 2, now(), now(), NULL), ($1, 'gone', 'G', 48, 2, now(), now(), now())`,
      [SYSTEM],
    );
    const stored = await put(
      testSnapshot(at(1), [{ stationId: 'a' }, { stationId: 'x' }, { stationId: 'gone' }]),
    );
    expect(stored).toMatchObject({ orphans: 2 });
    const { rows } = await database.pool.query('SELECT anomalies FROM feed_state');
    expect(rows[0].anomalies).toEqual({ status: [{ kind: 'orphans', count: 2 }] });
    expect((await fetchRows()).map((row) => row.orphans)).toEqual([1, 2]);
  });

  test('notifies with the version, when and only when it commits', async () => {
    const client = await database.pool.connect();
    const heard: string[] = [];
    client.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await client.query(`LISTEN ${LIVE_CHANNEL}`);
    await put(testSnapshot(at(1), [{ stationId: 'a' }]));
    await put(testSnapshot(at(0), [{ stationId: 'a' }]));
    // Whatever was notified before this answer has arrived before it.
    await client.query('SELECT 1');
    await client.query(`UNLISTEN ${LIVE_CHANNEL}`);
    client.release();
    expect(heard.map((payload) => JSON.parse(payload))).toEqual([
      { systemId: SYSTEM, statusVersion: 1 },
    ]);
  });

  test('nothing is stored when any row is not storable', async () => {
    const bad = testSnapshot(at(0), [
      { stationId: 'a' },
      { stationId: 'b', numBikesAvailable: 99_999 },
    ]);
    await expect(put(bad)).rejects.toThrow(/out of range/);
    expect(await statusRow('a')).toBeUndefined();
    expect(await fetchRows()).toEqual([]);
  });
});

describe('writers at once', () => {
  test.each([1, 2, 3])('the log equals the plain computation (seed %i)', async (seed) => {
    const snapshots = randomSnapshots(60, 40, seededRng(seed));
    const rng = seededRng(seed + 100);
    const shuffled = (late: number) =>
      snapshots
        .map((snapshot, i) => ({ snapshot, key: i + rng() * late }))
        .sort((a, b) => a.key - b.key)
        .map(({ snapshot }) => snapshot);
    const writer = async (order: StatusSnapshot[]) => {
      for (const snapshot of order) await put(snapshot);
    };
    await Promise.all([writer(shuffled(1)), writer(shuffled(4)), writer(shuffled(8))]);

    const { rows } = await database.pool.query<{ at: Date }>(
      `SELECT started_at AS at FROM feed_fetch WHERE outcome = 'stored' ORDER BY id`,
    );
    const accepted = rows.map(({ at }) => at.getTime());
    expect(accepted).toEqual([...accepted].sort((a, b) => a - b));
    expect(new Set(accepted).size).toBe(accepted.length);
    const stored = snapshots.filter(({ fetchedAt }) => accepted.includes(fetchedAt.getTime()));
    const plain = plainLog(stored);
    expect(await changeLog()).toEqual(plain.log);
    for (const [stationId, status] of plain.latest)
      expect(await statusRow(stationId)).toMatchObject({
        bikes: status.numBikesAvailable,
        reported: status.lastReportedAt,
      });
  });
});

/** What the log must hold after these snapshots in this order, computed the slow and obvious way. */
function plainLog(snapshots: readonly StatusSnapshot[]) {
  const latest = new Map<string, StationStatus>();
  const log: object[] = [];
  for (const { stations, fetchedAt } of snapshots) {
    const sorted = [...stations].sort((a, b) => (a.stationId < b.stationId ? -1 : 1));
    for (const station of sorted) {
      const before = latest.get(station.stationId);
      const reported = station.lastReportedAt;
      if (before?.lastReportedAt && reported && reported < before.lastReportedAt) continue;
      latest.set(station.stationId, station);
      if (before && countsOf(before) === countsOf(station)) continue;
      log.push({
        id: station.stationId,
        at: fetchedAt,
        bikes: station.numBikesAvailable,
        docks: station.numDocksAvailable,
        renting: station.isRenting,
      });
    }
  }
  return { latest, log };
}

function countsOf({ stationId: _, lastReportedAt: __, ...counts }: StationStatus): string {
  return JSON.stringify(counts);
}

describe('recordFetch', () => {
  const health = async () => {
    const { rows } = await database.pool.query(
      `SELECT status_failures AS failures, status_reason AS reason, status_retry_at AS retry,
         status_checked_at AS checked FROM feed_state`,
    );
    return rows[0];
  };

  test('counts failures one after another, and a valid answer ends them', async () => {
    const failed = testFetch(at(1), { reason: 'timeout', httpStatus: null });
    await put(testSnapshot(at(0), [{ stationId: 'a' }]));
    await store().recordFetch(failed, 'failed', at(2));
    await store().recordFetch(failed, 'refused', at(4));
    expect(await health()).toMatchObject({ failures: 2, reason: 'timeout', retry: at(4) });
    expect((await health()).checked).toEqual(at(0));

    await store().recordFetch(testFetch(at(5)), 'unchanged', null);
    const checked = new Date(at(5).getTime() + 120);
    expect(await health()).toEqual({ failures: 0, reason: null, retry: null, checked });
  });

  test('an answer that was overtaken says nothing about the feed’s health', async () => {
    await put(testSnapshot(at(5), [{ stationId: 'a' }]));
    const before = await health();
    await store().recordFetch(testFetch(at(4), { reason: 'overtaken' }), 'refused', null);
    await store().recordFetch(testFetch(at(4)), 'unchanged', null);
    expect(await health()).toEqual(before);
    expect(await fetchRows()).toHaveLength(3);
  });

  test('a second delivery from the spool leaves no second row', async () => {
    const failed = testFetch(at(1), { reason: 'timeout' });
    for (let times = 0; times < 2; times++) await store().recordFetch(failed, 'failed', at(2));
    expect(await fetchRows()).toHaveLength(1);
    expect(await health()).toMatchObject({ failures: 1 });
  });

  test('a failure of another feed says nothing about the status feed', async () => {
    await store().recordFetch(testFetch(at(1), { feed: 'vehicles' }), 'failed', null);
    expect(await health()).toBeUndefined();
    expect(await fetchRows()).toHaveLength(1);
  });

  test('a stored snapshot ends the failures too', async () => {
    await store().recordFetch(testFetch(at(0), { reason: 'empty' }), 'refused', at(9));
    await put(testSnapshot(at(1), [{ stationId: 'a' }]));
    expect(await health()).toMatchObject({ failures: 0, reason: null, retry: null });
    const state = await store().readState();
    expect(state).toMatchObject({ statusFailures: 0, statusStartedAt: at(1), stations: 0 });
  });
});
