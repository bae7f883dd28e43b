import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { dropPartitionsBefore, ensurePartitions, listPartitions } from './partitionStore';

const NOV = new Date('2026-11-23T06:00:00Z');

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function insertChange(fetchedAt: string): Promise<void> {
  await database.pool.query(
    `INSERT INTO station_change (system_id, station_id, fetched_at, num_bikes_available,
       is_installed, is_renting, is_returning)
     VALUES ('testcity', 'a', $1, 1, true, true, true)`,
    [fetchedAt],
  );
}

async function rowsByTable(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ name: string; n: number }>(
    `SELECT tableoid::regclass::text AS name, count(*)::int AS n FROM station_change GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

describe('partitions of the change log', () => {
  test('are made ahead, and rows that came before them are moved in', async () => {
    await insertChange('2026-11-01T00:00:00Z');
    await insertChange('2026-11-30T23:59:59.999Z');
    await insertChange('2026-08-15T12:00:00Z');
    expect(await rowsByTable()).toEqual({ station_change_default: 3 });

    expect(await ensurePartitions(database.pool, NOV)).toEqual([
      'station_change_2026_08',
      'station_change_2026_11',
      'station_change_2026_12',
      'station_change_2027_01',
    ]);
    expect(await rowsByTable()).toEqual({ station_change_2026_08: 1, station_change_2026_11: 2 });

    await insertChange('2026-12-01T00:00:00Z');
    expect((await rowsByTable()).station_change_2026_12).toBe(1);
  });

  test('making them again, by two workers at once, does nothing', async () => {
    const feb = new Date('2027-02-28T23:00:00Z');
    await Promise.all([ensurePartitions(database.pool, feb), ensurePartitions(database.pool, feb)]);
    expect(await ensurePartitions(database.pool, feb)).toEqual([]);
    expect(await listPartitions(database.pool)).toContain('station_change_2027_04');
  });

  test('the primary key holds in each: no double row', async () => {
    await expect(insertChange('2026-11-01T00:00:00Z')).rejects.toThrow(/duplicate key/);
  });

  test('only those wholly past retention are dropped', async () => {
    const before = new Date('2026-12-01T00:00:00Z');
    expect(await dropPartitionsBefore(database.pool, before)).toEqual([
      'station_change_2026_08',
      'station_change_2026_11',
    ]);
    expect(await rowsByTable()).toEqual({ station_change_2026_12: 1 });
    expect(await dropPartitionsBefore(database.pool, before)).toEqual([]);
  });
});
