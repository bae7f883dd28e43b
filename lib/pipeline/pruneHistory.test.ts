import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { defaultSettings } from '@/lib/settings/settings';
import { createIngestStore } from '@/lib/stations/ingestStore';
import { createStationStore } from '@/lib/stations/stationStore';
import { testFetch, testSnapshot } from '@/lib/stations/testSnapshots';
import { pruneHistory } from './pruneHistory';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const PARIS = { name: 'P', timezone: 'Europe/Paris', language: 'fr', simulation: null } as const;

async function keepDays(systemId: string, retentionDays: number): Promise<void> {
  await createStationStore(database.pool, systemId).storeSystem(PARIS, 'https://example.org');
  await database.pool.query(
    `INSERT INTO settings_version (system_id, settings, reason) VALUES ($1, $2, 'test')`,
    [systemId, { ...defaultSettings, retentionDays }],
  );
}

test('keeps history as long as the city that keeps it longest says', async () => {
  const nowAt = new Date('2026-11-23T02:33:00Z');
  const ingest = createIngestStore(database.pool, 'paris');
  for (const day of ['2026-06-10', '2026-08-10', '2026-09-10', '2026-11-22']) {
    const at = new Date(`${day}T12:00:00Z`);
    await ingest.storeSnapshot(
      testSnapshot(at, [{ stationId: 'a', numBikesAvailable: at.getUTCMonth() }]),
      testFetch(at),
    );
  }
  const left = async () => {
    const { rows } = await database.pool.query<{ at: Date }>(
      'SELECT fetched_at AS at FROM station_change ORDER BY 1',
    );
    return rows.map(({ at }) => at.toISOString().slice(0, 7));
  };

  // No city said yet how long: nothing of its history goes, only the fetches before 30 days.
  expect(await pruneHistory(database.pool, () => nowAt)).toMatchObject({
    dropped: [],
    deletedRows: 3,
  });
  await keepDays('paris', 60);
  await keepDays('oslo', 90);
  const pruned = await pruneHistory(database.pool, () => nowAt);
  expect(pruned.dropped).toEqual(['station_change_2026_06']);
  expect(await left()).toEqual(['2026-08', '2026-09', '2026-11']);
  const { rows } = await database.pool.query<{ at: Date }>(
    'SELECT started_at AS at FROM feed_fetch',
  );
  expect(rows.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2026-11-22']);
});

test('the newest fetch of a feed stays, however old, and beats and runs go', async () => {
  const later = () => new Date('2027-03-01T00:00:00Z');
  await database.pool.query(
    `INSERT INTO worker_beat VALUES ('old', '2026-11-01', '2026-11-02');
     INSERT INTO job_run (job, worker_id, started_at, duration_ms, outcome)
       VALUES ('fetch-stations', 'old', '2026-11-01', 1, 'done')`,
  );
  expect((await pruneHistory(database.pool, later)).deletedRows).toBe(2);
  expect((await database.pool.query('SELECT 1 FROM feed_fetch')).rowCount).toBe(1);
});
