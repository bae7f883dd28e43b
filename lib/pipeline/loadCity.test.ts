import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { defaultSettings } from '@/lib/settings/settings';
import { createCityLoader } from './loadCity';

let handle: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  handle = await openTestDatabase();
  await handle.pool.query(
    `INSERT INTO system (system_id, name, timezone, feed_url, updated_at)
     VALUES ('paris', 'Paris', 'Europe/Paris', 'http://paris.test', now())`,
  );
});
afterAll(() => handle.close());

let now = new Date('2026-11-23T06:00:00Z');
const clock = () => now;

const bikes = (count: number) =>
  handle.pool.query(
    `WITH bumped AS (
       INSERT INTO feed_state AS f (system_id, status_version, status_median_reported_at)
       VALUES ('paris', 1, '2026-11-23T06:00:00Z')
       ON CONFLICT (system_id) DO UPDATE SET status_version = f.status_version + 1
       RETURNING 1)
     INSERT INTO station_status (system_id, station_id, num_bikes_available, is_installed,
       is_renting, is_returning, last_reported_at, fetched_at, changed_at)
     SELECT 'paris', 'a', $1, true, true, true, '2026-11-23T06:00:00Z', now(), now() FROM bumped
     ON CONFLICT (system_id, station_id) DO UPDATE SET num_bikes_available = $1`,
    [count],
  );

describe('loading a city', () => {
  it('is null before any job ran, then never older than the database', async () => {
    expect(await createCityLoader(handle.pool, 'nowhere', clock).load()).toBeNull();

    const loader = createCityLoader(handle.pool, 'paris', clock);
    await handle.pool.query(
      `INSERT INTO station (system_id, station_id, name, lat, lon, capacity, first_seen_at, last_seen_at)
       VALUES ('paris', 'a', 'A', 48.85, 2.35, 30, now(), now())`,
    );
    await bikes(0);
    const severity = async () => {
      const city = await loader.load();
      return SEVERITIES[city!.view.frame.assessment.severity[0]!];
    };
    expect(await severity()).toBe('empty');
    await bikes(2);
    expect(await severity()).toBe('critical');
    await bikes(20);
    expect(await severity()).toBe('ok');
  });

  it('judges by the thresholds in force at this request', async () => {
    const loader = createCityLoader(handle.pool, 'paris', clock);
    await bikes(20);
    const before = await loader.load();
    expect(before!.view.frame.assessment.targetBikes).toEqual([6]);
    await handle.pool.query(
      `INSERT INTO settings_version (system_id, settings, reason) VALUES ('paris', $1, 'test')`,
      [{ ...defaultSettings, targetRatio: 0.9 }],
    );
    const after = await loader.load();
    expect(after!.view.frame.assessment.targetBikes).toEqual([27]);
    expect(after!.view.frame.marker.settingsVersion).toBeGreaterThan(0);
    expect(after!.view.frame.thresholds).not.toHaveProperty('retentionDays');
  });

  it('judges anew when a time window begins or ends, though nothing else changed', async () => {
    const window = { windowId: 'rush', name: 'Rush', days: [1], fromMin: 480, toMin: 540 };
    const overrides = [{ districtId: null, windowId: 'rush', values: { targetRatio: 1 } }];
    await handle.pool.query(
      `INSERT INTO settings_version (system_id, settings, reason) VALUES ('paris', $1, 'test')`,
      [{ ...defaultSettings, windows: [window], overrides }],
    );
    const loader = createCityLoader(handle.pool, 'paris', clock);
    const at = async (instant: string) => {
      now = new Date(instant);
      const { assessment, marker } = (await loader.load())!.view.frame;
      return [marker.windowId, assessment.targetBikes[0]];
    };
    // A Monday in Paris, an hour ahead of UTC.
    expect(await at('2026-11-23T06:59:59Z')).toEqual([null, 6]);
    expect(await at('2026-11-23T07:00:00Z')).toEqual(['rush', 30]);
    expect(await at('2026-11-23T07:59:59Z')).toEqual(['rush', 30]);
    expect(await at('2026-11-23T08:00:00Z')).toEqual([null, 6]);
  });

  it('writes the same JSON as the view it describes, with the freshness of this very call', async () => {
    const loader = createCityLoader(handle.pool, 'paris', clock);
    await loader.load();
    await handle.pool.query(
      `UPDATE feed_state SET status_checked_at = '2026-11-23T07:00:00Z' WHERE system_id = 'paris'`,
    );
    const city = await loader.load();
    expect(JSON.parse(city!.viewJson())).toEqual(city!.view);
    expect(JSON.parse(city!.frameJson())).toEqual(city!.view.frame);
    const { freshness, ...rest } = city!.view.frame;
    const packed = gunzipSync(Buffer.from(await city!.packedJson(), 'base64')).toString();
    expect(JSON.parse(packed)).toEqual({ base: city!.view.base, frame: rest });
    expect(freshness.checkedAt).toBe(Date.parse('2026-11-23T07:00:00Z') / 1000);
  });
});
