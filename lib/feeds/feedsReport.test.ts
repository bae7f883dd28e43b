import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { joinStations } from '@/lib/stations/joinStations';
import { makeFeedsReport } from './makeFeedsReport';
import { pauseJob, readPauses, resumeJob } from './pauseStore';

/** On a whole minute, so that runs "a minute ago" fall on the schedule. */
const NOW = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 20_000);
const JOBS = [
  {
    job: 'fetch-availability',
    queue: 'ingest',
    pattern: '* * * * *',
    nextAt: new Date(NOW.getTime() + 40_000),
  },
  { job: 'fetch-vehicles', queue: 'ingest', pattern: '* * * * *', nextAt: null },
];

describe('what the page of the feeds shows', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  const report = (isQueueAway = false) =>
    makeFeedsReport({
      db: database.pool,
      systemId: 'paris',
      clock: () => NOW,
      listJobs: async () => ({ jobs: JOBS, isQueueAway }),
    });

  beforeAll(async () => {
    database = await openTestDatabase();
    const { pool } = database;
    await pool.query(
      `INSERT INTO system (system_id, name, timezone, feed_url, updated_at)
       VALUES ('paris', 'Paris', 'Europe/Paris', 'http://paris.test', now())`,
    );
    await pool.query(
      `INSERT INTO station (system_id, station_id, name, lat, lon, first_seen_at, last_seen_at,
                            removed_at)
       VALUES ('paris', '1', 'Silent for years', 48, 2, now(), now(), NULL),
              ('paris', '2', 'Well', 48, 2, now(), now(), NULL),
              ('paris', '3', 'Without status', 48, 2, now(), now(), NULL),
              ('paris', '4', 'Removed', 48, 2, now(), now(), now())`,
    );
    await pool.query(
      `INSERT INTO station_status (system_id, station_id, num_bikes_available, is_installed,
         is_renting, is_returning, last_reported_at, fetched_at, changed_at)
       SELECT 'paris', id, 1, true, true, true, reported_at, now(), now()
         FROM (VALUES ('1', $1::timestamptz - interval '3 years'), ('2', $1), ('orphan', $1),
                      ('4', $1)) AS s(id, reported_at)`,
      [NOW],
    );
    await pool.query(
      `INSERT INTO feed_state (system_id, status_median_reported_at, anomalies) VALUES
         ('paris', $1, '{"status": [{"kind": "zombies", "count": 1}, {"kind": "lagging", "count": 900}],
                         "stations": [{"kind": "orphans", "count": 1}]}')`,
      [NOW],
    );
    // Minutes ago: 0 and 1 ran, 2 and 3 did not, 4 failed. And another city's.
    await pool.query(
      `INSERT INTO job_run (system_id, job, worker_id, due_at, started_at, duration_ms, outcome, message)
       SELECT system_id, 'fetch-availability', 'w1', at, at, 100 * (ago + 1), outcome, message
         FROM (VALUES ('paris', 0, 'done', NULL), ('paris', 1, 'done', NULL),
                      ('paris', 4, 'failed', 'it broke'), ('oslo', 2, 'done', NULL))
           AS run(system_id, ago, outcome, message)
         CROSS JOIN LATERAL (SELECT $1::timestamptz - make_interval(mins => ago, secs => 20)) t(at)`,
      [NOW],
    );
    await pool.query(
      `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts,
                               outcome, reason, message)
       VALUES ('paris', 'status', 'gbfs', $1::timestamptz - interval '1 min', 90, 10, 1, 'stored', NULL, NULL),
              ('paris', 'status', 'gbfs', $1, 90, 10, 3, 'refused', 'html', 'A web page came')`,
      [NOW],
    );
  });
  afterAll(() => database.close());

  it('tells runs, times that passed without one, and what the feed answered', async () => {
    const [availability, vehicles] = (await report()).jobs;
    expect(availability).toMatchObject({
      health: 'failing',
      day: { done: 2, failed: 1, missed: 2, medianMs: 200 },
      feed: {
        last: { outcome: 'refused', reason: 'html', attempts: 3 },
        goodAt: NOW.getTime() / 1_000 - 60,
      },
    });
    expect(availability?.runs.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'failed']);
    expect(availability?.feed?.counts).toHaveLength(2);
    expect(vehicles).toMatchObject({ health: 'off', runs: [], feed: null, day: { missed: 0 } });
  });

  it('names the stations behind an oddity where they are known', async () => {
    const { anomalies } = await report();
    expect(
      anomalies.map(({ kind, stations }) => [kind, stations.map(({ stationId }) => stationId)]),
    ).toEqual([
      ['zombies', ['1']],
      ['lagging', []],
      ['orphans', ['orphan']],
    ]);
  });

  it('says who paused what since when, on the maps too, and forgets it once resumed', async () => {
    const { pool } = database;
    expect(await pauseJob(pool, 'paris', { job: 'fetch-availability', pausedBy: 'Ana' })).toBe(
      true,
    );
    expect(await pauseJob(pool, 'paris', { job: 'fetch-availability', pausedBy: 'Bo' })).toBe(
      false,
    );
    expect((await report()).jobs[0]).toMatchObject({ health: 'paused', paused: { by: 'Ana' } });
    const joined = await joinStations(pool, 'paris', null);
    expect(joined?.freshness.paused.map(({ job }) => job)).toEqual(['fetch-availability']);

    expect(await resumeJob(pool, 'paris', 'fetch-availability')).toBe(true);
    expect(await resumeJob(pool, 'paris', 'fetch-availability')).toBe(false);
    expect(await readPauses(pool, 'paris')).toEqual([]);
    expect((await joinStations(pool, 'paris', null))?.freshness.paused).toEqual([]);
  });

  it('counts every run and fetch for ever, also after their rows are deleted', async () => {
    const { pool } = database;
    const tally = async () =>
      (
        await pool.query(
          `SELECT outcome, runs::int, duration_ms::int FROM job_tally
            WHERE system_id = 'paris' ORDER BY outcome`,
        )
      ).rows;
    const counted = [
      { outcome: 'done', runs: 2, duration_ms: 300 },
      { outcome: 'failed', runs: 1, duration_ms: 500 },
    ];
    expect(await tally()).toEqual(counted);
    await pool.query('DELETE FROM job_run');
    expect(await tally()).toEqual(counted);
    const { rows } = await pool.query(
      `SELECT outcome, reason, fetches::int FROM fetch_tally ORDER BY outcome`,
    );
    expect(rows).toEqual([
      { outcome: 'refused', reason: 'html', fetches: 1 },
      { outcome: 'stored', reason: '', fetches: 1 },
    ]);
  });
});
