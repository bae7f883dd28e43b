import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { joinStations, markerKey } from './joinStations';

let handle: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  handle = await openTestDatabase();
  const { pool } = handle;
  await pool.query(
    `INSERT INTO system (system_id, name, timezone, feed_url, updated_at) VALUES
       ('paris', 'Paris', 'Europe/Paris', 'http://paris.test', now()),
       ('oslo', 'Oslo', 'Europe/Oslo', 'http://oslo.test', now())`,
  );
  await pool.query(
    `INSERT INTO station (system_id, station_id, station_code, name, lat, lon, capacity,
                          first_seen_at, last_seen_at, removed_at) VALUES
       ('paris', '2', '0002', 'No status yet', 48.85, 2.35, 20, now(), now(), NULL),
       ('paris', '10', NULL, 'Tenth "quoted" <b>', 48.8612345678, 2.3398765432, NULL, now(), now(), NULL),
       ('paris', '3', '0003', 'Removed', 48.8, 2.3, 20, now(), now(), now()),
       ('oslo', '10', '10', 'Elsewhere', 59.9, 10.7, 9, now(), now(), NULL)`,
  );
  await pool.query(
    `INSERT INTO station_status (system_id, station_id, num_bikes_available,
       num_mechanical_available, num_ebikes_available, num_docks_available, is_installed,
       is_renting, is_returning, last_reported_at, fetched_at, changed_at) VALUES
       ('paris', '10', 5, 3, 2, NULL, true, false, true, '2026-11-23T06:00:30Z', now(), now()),
       ('paris', '3', 1, 1, 0, 3, true, true, true, NULL, now(), now()),
       ('paris', 'orphan', 1, NULL, NULL, 3, true, true, true, NULL, now(), now())`,
  );
  await pool.query(
    `INSERT INTO feed_state (system_id, status_version, stations_version, status_fetched_at, anomalies)
     VALUES ('paris', 7, 2, '2026-11-23T06:01:00.250Z',
             '{"status": [{"kind": "lagging", "count": 900}], "stations": [{"kind": "massNullCode", "count": 3}]}')`,
  );
});
afterAll(() => handle.close());

describe('the join', () => {
  it('puts stations and status into columns with one order, nulls where there is no status', async () => {
    const city = await joinStations(handle.pool, 'paris', null);
    expect(city?.columns).toMatchObject({
      systemName: 'Paris',
      stations: {
        stationId: ['10', '2'],
        stationCode: [null, '0002'],
        name: ['Tenth "quoted" <b>', 'No status yet'],
        lat: [48.86123, 48.85],
        lon: [2.33988, 2.35],
        capacity: [null, 20],
      },
      status: {
        numBikesAvailable: [5, null],
        numMechanicalAvailable: [3, null],
        numEbikesAvailable: [2, null],
        numDocksAvailable: [null, null],
        flags: [5, null],
        lastReportedAt: [Date.parse('2026-11-23T06:00:30Z') / 1000, null],
        phantomBikes: [0, 0],
      },
    });
  });

  it('names orphans, and counts neither removed stations nor other cities', async () => {
    const city = await joinStations(handle.pool, 'paris', null);
    expect(city?.columns?.orphanIds).toEqual(['orphan']);
    expect(city?.columns?.stations.stationId).not.toContain('3');
    const oslo = await joinStations(handle.pool, 'oslo', null);
    expect(oslo?.columns?.stations.name).toEqual(['Elsewhere']);
    expect(oslo?.marker.statusVersion).toBe(0);
  });

  it('gives freshness with every answer and columns only to who does not hold them', async () => {
    const city = await joinStations(handle.pool, 'paris', null);
    expect(city?.freshness.fetchedAt).toBe(Date.parse('2026-11-23T06:01:00.250Z') / 1000);
    expect(city?.freshness.anomalies).toHaveLength(2);
    const known = { ...city!.columns!, marker: city!.marker };
    const again = await joinStations(handle.pool, 'paris', known);
    expect(again?.columns).toBeNull();
    expect(again?.freshness).toEqual(city?.freshness);

    await handle.pool.query(
      `UPDATE feed_state SET status_version = status_version + 1 WHERE system_id = 'paris'`,
    );
    const newer = await joinStations(handle.pool, 'paris', known);
    expect(newer?.columns).toEqual(city?.columns);
    expect(newer?.columns?.stations).toBe(known.stations); // not read again
    expect(markerKey(newer!.marker)).not.toBe(markerKey(city!.marker));
  });

  it('reads the stations again once their version grew', async () => {
    const city = await joinStations(handle.pool, 'paris', null);
    const known = { ...city!.columns!, marker: city!.marker };
    await handle.pool.query(
      `UPDATE feed_state SET stations_version = stations_version + 1 WHERE system_id = 'paris'`,
    );
    const newer = await joinStations(handle.pool, 'paris', known);
    expect(newer?.columns).toEqual(city?.columns);
    expect(newer?.columns?.stations).not.toBe(known.stations);
  });

  it('is null for a system that no job has ever run for', async () => {
    expect(await joinStations(handle.pool, 'nowhere', null)).toBeNull();
  });
});
