import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './database';
import { openTestDatabase } from './testDatabase';
import { startCuttableProxy } from './testProxy';
import { withTransaction } from './transaction';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('a connection that breaks in use fails its query, not the process', async () => {
  const proxy = await startCuttableProxy(database.url);
  const { pool, close } = openDatabase(proxy.url, { onIdleError: () => {} });
  try {
    const broken = withTransaction(pool, async (db) => {
      const waiting = db.query('SELECT pg_sleep(20)');
      await proxy.cut();
      await waiting;
    });
    await expect(broken).rejects.toThrow(/terminated|ECONNRESET/);
    await proxy.mend();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  } finally {
    await close();
    await proxy.close();
  }
});

test('a query on a connection that died in silence fails, and the next one has another', async () => {
  const proxy = await startCuttableProxy(database.url);
  const { pool, close } = openDatabase(proxy.url, { longestQueryMs: 100, onIdleError: () => {} });
  try {
    await pool.query('SELECT 1');
    proxy.hang();
    await expect(pool.query('SELECT 1')).rejects.toThrow('timeout');
    await proxy.mend();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  } finally {
    await close();
    await proxy.close();
  }
});
