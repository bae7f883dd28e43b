import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { checkReadiness } from './checkReadiness';

let test: Awaited<ReturnType<typeof openTestDatabase>>;
const NOW = new Date('2026-11-23T06:00:00Z');

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());
beforeEach(() => test.pool.query('TRUNCATE feed_state'));

const check = (changes: { db?: Database; pingQueue?: () => Promise<void> } = {}) =>
  checkReadiness({
    db: test.pool,
    pingQueue: () => Promise.resolve(),
    clock: () => NOW,
    systemId: 'velib',
    limitMs: 200,
    ...changes,
  });
const store = (systemId: string, checkedAt: string) =>
  test.pool.query('INSERT INTO feed_state (system_id, status_checked_at) VALUES ($1, $2)', [
    systemId,
    checkedAt,
  ]);

describe('checkReadiness', () => {
  it('is not ready before the first snapshot of its own system', async () => {
    await store('oslo', NOW.toISOString());
    expect(await check()).toEqual({ isReady: false, database: 'ok', queue: 'ok', dataAgeS: null });
  });

  it('is ready with data of any age, and tells the age', async () => {
    await store('velib', '2026-11-23T05:59:18.600Z');
    expect(await check()).toEqual({ isReady: true, database: 'ok', queue: 'ok', dataAgeS: 41 });
  });

  it('is not ready while the queue is away or hangs', async () => {
    await store('velib', NOW.toISOString());
    const refused = () => Promise.reject(new Error('refused'));
    expect(await check({ pingQueue: refused })).toMatchObject({ isReady: false, queue: 'away' });
    const hanging = () => new Promise<void>(() => {});
    expect(await check({ pingQueue: hanging })).toMatchObject({ isReady: false, queue: 'away' });
  });

  it('is not ready while the database is away or hangs', async () => {
    const away: Database = { query: () => Promise.reject(new Error('refused')) };
    const hanging: Database = { query: () => new Promise(() => {}) };
    for (const db of [away, hanging]) {
      expect(await check({ db })).toEqual({
        isReady: false,
        database: 'away',
        queue: 'ok',
        dataAgeS: null,
      });
    }
  });
});
