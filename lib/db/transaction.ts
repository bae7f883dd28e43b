import type pg from 'pg';

/**
 * Runs `use` in one transaction on one connection: committed when it returns, rolled back when it
 * throws. A connection that broke on the way is closed, not given back.
 */
export async function withTransaction<T>(
  pool: pg.Pool,
  use: (db: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await use(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
