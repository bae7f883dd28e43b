import { afterAll, beforeAll, expect, test } from 'vitest';
import { LockBusyError } from '@/lib/errors/lockBusyError';
import { withSessionLock } from './sessionLock';
import { openTestDatabase } from './testDatabase';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const lock = <T>(name: string, use: () => Promise<T>) => withSessionLock(database.pool, name, use);

test('one at a time, others are told at once', async () => {
  await lock('a', async () => {
    await expect(lock('a', async () => 'in')).rejects.toThrow(LockBusyError);
    expect(await lock('b', async () => 'in')).toBe('in');
  });
  expect(await lock('a', async () => 'in')).toBe('in');
});

test('it is given back when the work fails', async () => {
  await expect(lock('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lock('a', async () => 'in')).toBe('in');
});

test('it is given back when the connection that holds it dies', async () => {
  const dying = lock('a', async () => {
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database
         WHERE datname = current_database())`,
    );
    return 'done';
  });
  expect(await dying).toBe('done');
  expect(await lock('a', async () => 'in')).toBe('in');
});
