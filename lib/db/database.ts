import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client';
import { SteadyClient } from './steadyClient';

/** What a store needs of a connection: a pool, or one client inside a transaction. */
export interface Database {
  query<Row extends pg.QueryResultRow>(
    text: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

export interface DatabaseHandle {
  /** Raw SQL, for the reads and writes where it is the clearest or the fastest. */
  pool: pg.Pool;
  /** Everything else. Shares the pool's connections. */
  prisma: PrismaClient;
  close(): Promise<void>;
}

/**
 * Opens one pool and a Prisma client on top of it. Connections are made at the first query, so
 * this does not fail while the database is away.
 *
 * @param url postgresql://user:password@host:port/database
 * @param max connections at most, 1..100
 * @param longestQueryMs none of ours takes longer: one that does waits on a connection that died in
 *   silence, and fails
 * @param onIdleError called when a connection breaks while nobody uses it
 */
export function openDatabase(
  url: string,
  {
    max = 10,
    longestQueryMs = 120_000,
    onIdleError,
  }: { max?: number; longestQueryMs?: number; onIdleError: (error: Error) => void },
): DatabaseHandle {
  const pool = new pg.Pool({
    Client: SteadyClient,
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    query_timeout: longestQueryMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'limelight',
  });
  pool.on('error', onIdleError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
