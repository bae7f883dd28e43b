import { afterAll, beforeAll, expect, test } from 'vitest';
import { LockBusyError } from '@/lib/errors/lockBusyError';
import { openDatabase } from './database';
import { withSessionLock } from './sessionLock';
import { openTestDatabase } from './testDatabase';
import { startCuttableProxy } from './testProxy';

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

test('a database that hangs is given up, and its connection with it', async () => {
  const proxy = await startCuttableProxy(database.url);
  const { pool, close } = openDatabase(proxy.url, { max: 1, onIdleError: () => {} });
  const quickly = (use: () => Promise<unknown>) => withSessionLock(pool, 'c', use, 50);
  try {
    expect(await quickly(async () => 'in')).toBe('in');
    proxy.hang();
    await expect(quickly(async () => 'in')).rejects.toThrow('timeout');
    await proxy.mend();
    await quickly(async () => proxy.hang());
    expect(pool.totalCount).toBe(0);
    await proxy.mend();
    expect(await withSessionLock(pool, 'c', async () => 'in')).toBe('in');
  } finally {
    await close();
    await proxy.close();
  }
});
