import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { defaultSettings } from './settings';
import { readSettingsDuring } from './settingsPastStore';

let db: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE settings_version'));

async function save(atS: number, minBikes: number, systemId = 'velib') {
  await db.pool.query(
    `INSERT INTO settings_version (system_id, settings, reason, created_at)
     VALUES ($1, $2, 'because', to_timestamp($3))`,
    [systemId, { ...defaultSettings, minBikes }, atS],
  );
}

const during = async (fromAt: number, toAt: number) =>
  (await readSettingsDuring(db.pool, 'velib', { fromAt, toAt })).map((span) => [
    span.fromAt,
    span.toAt,
    span.settings.minBikes,
    span.savedAt,
  ]);

describe('readSettingsDuring', () => {
  it('gives the built-in settings where nobody had saved', async () => {
    await save(900, 9, 'oslo');
    expect(await during(1_000, 2_000)).toEqual([[1_000, 2_000, defaultSettings.minBikes, null]]);
  });

  it('gives each version for as long as it was in force, without a gap', async () => {
    await save(500, 4);
    await save(800, 5);
    await save(1_200, 6);
    await save(2_000, 7);
    expect(await during(1_000, 2_000)).toEqual([
      [1_000, 1_200, 5, 800],
      [1_200, 2_000, 6, 1_200],
    ]);
    expect(await during(100, 600)).toEqual([
      [100, 500, defaultSettings.minBikes, null],
      [500, 600, 4, 500],
    ]);
  });

  it('answers for an instant, the one of a save included', async () => {
    await save(500, 4);
    expect(await during(500, 500)).toEqual([[500, 500, 4, 500]]);
    expect(await during(499, 499)).toEqual([[499, 499, defaultSettings.minBikes, null]]);
  });
});
