import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCity } from '@/components/map/testCity';
import { openDatabase } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { webMetrics } from '@/scripts/launch/webMetrics.mjs';
import { collectMetrics } from './collectMetrics';

describe('metrics', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
    webMetrics('no build');
    const { pool } = database;
    await pool.query(
      `INSERT INTO job_run (system_id, job, worker_id, started_at, duration_ms, outcome)
       VALUES ('paris', 'fetch-availability', 'w1', now(), 250, 'done'),
              ('paris', 'fetch-availability', 'w2', now(), 500, 'done'),
              ('oslo', 'fetch-availability', 'w3', now(), 9000, 'done')`,
    );
    await pool.query(`INSERT INTO job_pause VALUES ('paris', 'fetch-vehicles', now(), 'Ana')`);
    await pool.query(
      `INSERT INTO feed_fetch (system_id, feed, source, started_at, duration_ms, bytes, attempts,
                               outcome, reason, feed_lag_s)
       VALUES ('paris', 'status', 'gbfs', now(), 90, 10, 1, 'refused', 'html', 77)`,
    );
    await pool.query(
      `INSERT INTO feed_state (system_id, status_fetched_at, status_checked_at, status_failures, anomalies)
       VALUES ('paris', to_timestamp(1000), to_timestamp(2000), 3,
               '{"status": [{"kind": "zombies", "count": 31}]}')`,
    );
    await pool.query(
      `INSERT INTO worker_beat (worker_id, started_at, beat_at, spooled, rss_bytes)
       VALUES ('w1', now(), now(), 4, 1000), ('dead', now(), now() - interval '1 h', 90, 9000)`,
    );
  });
  afterAll(() => database.close());

  const city = testCity([
    { id: 'a', severity: 'empty' },
    { id: 'b', severity: 'empty' },
    { id: 'c', severity: 'ok' },
  ]);
  const collect = (pool = database.pool) =>
    collectMetrics({
      pool,
      systemId: 'paris',
      clock: () => new Date(),
      loadCity: async () => ({ view: city }),
      eventStreams: () => 3,
      onError: () => {},
    });

  it('tells what is in the database, of this city and of workers that live', async () => {
    const lines = (await collect()).split('\n');
    for (const line of [
      'limelight_job_runs_total{job="fetch-availability",outcome="done"} 2',
      'limelight_job_run_seconds_total{job="fetch-availability",outcome="done"} 0.75',
      'limelight_job_paused{job="fetch-availability"} 0',
      'limelight_job_paused{job="fetch-vehicles"} 1',
      'limelight_feed_fetches_total{feed="status",source="gbfs",outcome="refused",reason="html"} 1',
      'limelight_feed_lag_seconds{feed="status"} 77',
      'limelight_feed_anomaly{feed="status",kind="zombies"} 31',
      'limelight_feed_checked_timestamp_seconds 2000',
      'limelight_snapshot_stored_timestamp_seconds 1000',
      'limelight_feed_failures 3',
      'limelight_workers 1',
      'limelight_spooled_fetches 4',
      'limelight_worker_resident_memory_bytes 1000',
      'limelight_archive_hours_pending 0',
      'limelight_stations{severity="empty"} 2',
      'limelight_stations{severity="unknown"} 0',
      'limelight_event_streams 3',
      'limelight_database_up 1',
    ])
      expect(lines).toContain(line);
  });

  it('still tells of the process while the database is away', async () => {
    const away = openDatabase('postgresql://nobody@127.0.0.1:1/nothing', { onIdleError: () => {} });
    const text = await collect(away.pool);
    expect(text).toContain('limelight_database_up 0');
    expect(text).toContain('limelight_event_streams 3');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    await away.close();
  });

  it.each(['docs/grafana/limelight.json', 'docs/alerts/limelight.yaml', 'docs/monitoring.md'])(
    '%s names only what there is',
    async (file) => {
      const text = readFileSync(file, 'utf8');
      if (file.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow();
      const known = new Set(
        [...(await collect()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name),
      );
      const named = text.match(/\b(limelight|nodejs|process)_[a-z0-9_]+[a-z0-9]\b/g) ?? [];
      const unknown = named
        .map((name) => name.replace(/(?<=duration_seconds)_(bucket|sum|count)$/, ''))
        .filter((name) => !known.has(name));
      expect(named.length).toBeGreaterThan(10);
      expect(unknown).toEqual([]);
    },
  );
});
