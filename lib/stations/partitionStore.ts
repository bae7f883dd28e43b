import type pg from 'pg';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';

/** Months ahead of the present one that always have their partition. */
const MONTHS_AHEAD = 2;
const PARTITION_NAME = /^station_change_(\d{4})_(\d{2})$/;

/** A month of the change log, UTC. */
interface Month {
  year: number;
  /** 1..12 */
  month: number;
}

/**
 * Makes the change log's monthly partitions: the present month, the next two, and every month of
 * which rows landed in the default partition; those rows are moved.
 *
 * @returns the names of the partitions made, oldest first
 * @throws when another transaction holds the log for more than ten seconds; nothing was changed
 */
export async function ensurePartitions(pool: pg.Pool, nowAt: Date): Promise<string[]> {
  const wanted = new Map<string, Month>();
  const stray = await pool.query<Month>(
    `SELECT DISTINCT extract(year FROM fetched_at AT TIME ZONE 'UTC')::int AS year,
       extract(month FROM fetched_at AT TIME ZONE 'UTC')::int AS month
     FROM station_change_default`,
  );
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) stray.rows.push(monthOf(nowAt, ahead));
  for (const month of stray.rows) wanted.set(partitionName(month), month);
  const existing = new Set(await listPartitions(pool));
  const missing = [...wanted].filter(([name]) => !existing.has(name)).sort();
  for (const [name, month] of missing)
    await withTransaction(pool, (db) => makePartition(db, name, month));
  return missing.map(([name]) => name);
}

/**
 * Makes the partition of every month that a span touches, so that a load of the past never waits for
 * rows to be moved out of the default one.
 *
 * @param toAt not part of the span
 * @throws as ensurePartitions
 */
export async function ensurePartitionsOf(pool: pg.Pool, fromAt: Date, toAt: Date): Promise<void> {
  const existing = new Set(await listPartitions(pool));
  for (let ahead = 0; ; ahead++) {
    const month = monthOf(fromAt, ahead);
    if (new Date(isoMonth(month, 0)) >= toAt) return;
    const name = partitionName(month);
    if (!existing.has(name)) await withTransaction(pool, (db) => makePartition(db, name, month));
  }
}

/**
 * Drops the partitions that lie wholly before an instant. The default partition stays, and so does
 * every month that an import of recordings filled: somebody asked for it.
 *
 * @returns the names of the partitions dropped, oldest first
 */
export async function dropPartitionsBefore(pool: pg.Pool, before: Date): Promise<string[]> {
  const { rows: imports } = await pool.query<{ fromAt: Date; toAt: Date }>(
    'SELECT from_at AS "fromAt", to_at AS "toAt" FROM history_import',
  );
  const isImported = (name: string) =>
    imports.some(({ fromAt, toAt }) => monthStart(name) < toAt && monthEnd(name) > fromAt);
  const expired = (await listPartitions(pool))
    .filter((name) => monthEnd(name) <= before)
    .filter((name) => !isImported(name));
  for (const name of expired)
    await withTransaction(pool, async (db) => {
      await db.query(`SET LOCAL lock_timeout = '10s'`);
      await db.query(`DROP TABLE IF EXISTS ${name}`);
    });
  return expired;
}

/** The monthly partitions there are, oldest first. */
export async function listPartitions(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'station_change'::regclass ORDER BY 1`,
  );
  return rows.map((row) => row.name).filter((name) => PARTITION_NAME.test(name));
}

/**
 * Filled before it is attached, under a lock on the default partition, so that no row is ever in
 * both and none arrives there meanwhile. IF NOT EXISTS: another worker may have been faster.
 */
async function makePartition(db: Database, name: string, month: Month): Promise<void> {
  const from = `'${isoMonth(month, 0)}'`;
  const to = `'${isoMonth(month, 1)}'`;
  await db.query(`SET LOCAL lock_timeout = '10s'`);
  await db.query('LOCK TABLE station_change_default IN ACCESS EXCLUSIVE MODE');
  if ((await listPartitions(db)).includes(name)) return;
  // Rows that vacuum has seen are read from the key alone.
  await db.query(`CREATE TABLE ${name} (LIKE station_change INCLUDING ALL)
    WITH (autovacuum_vacuum_insert_scale_factor = 0.02)`);
  await db.query(
    `WITH moved AS (
       DELETE FROM station_change_default WHERE fetched_at >= ${from} AND fetched_at < ${to}
       RETURNING *)
     INSERT INTO ${name} SELECT * FROM moved`,
  );
  await db.query(
    `ALTER TABLE station_change ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to})`,
  );
}

function monthOf(instant: Date, ahead: number): Month {
  const first = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + ahead, 1));
  return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1 };
}

function partitionName({ year, month }: Month): string {
  return `station_change_${String(year).padStart(4, '0')}_${String(month).padStart(2, '0')}`;
}

function isoMonth({ year, month }: Month, ahead: number): string {
  return new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString();
}

function monthStart(name: string): Date {
  const [, year, month] = PARTITION_NAME.exec(name)!;
  return new Date(Date.UTC(Number(year), Number(month) - 1, 1));
}

function monthEnd(name: string): Date {
  const [, year, month] = PARTITION_NAME.exec(name)!;
  return new Date(Date.UTC(Number(year), Number(month), 1));
}
