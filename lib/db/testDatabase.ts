import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';
import { environmentWith, testDatabaseUrl } from '@/lib/env/testEnv';
import { type DatabaseHandle, openDatabase } from './database';

const TEMPLATE = 'limelight_test_template';
/** Any number, the same in every test process: guards the making of the template. */
const TEMPLATE_LOCK = 20261123;

/**
 * A migrated, empty database of its own for one test file, cloned from a template (about 50 ms).
 *
 * @throws when TEST_DATABASE_URL names no running Postgres: `npm test` starts one and sets it
 */
export async function openTestDatabase(): Promise<DatabaseHandle & { url: string }> {
  const server = testDatabaseUrl();
  const name = `limelight_test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    try {
      await ensureTemplate(client, server);
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    }
  });
  const url = databaseUrl(server, name);
  const handle = openDatabase(url, { onIdleError: () => {} });
  return {
    ...handle,
    url,
    async close() {
      await handle.close();
      await withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

async function ensureTemplate(client: pg.Client, server: string): Promise<void> {
  const { rows } = await client.query<{ description: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS description FROM pg_database WHERE datname = $1`,
    [TEMPLATE],
  );
  // One run of `npm test` makes the template once; a run with other migrations makes it anew.
  const wanted = await migrationsFingerprint();
  if (rows[0]?.description === wanted) return;
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await promisify(execFile)(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'migrate', 'deploy'],
    {
      env: environmentWith({
        DATABASE_URL: databaseUrl(server, TEMPLATE),
        CHECKPOINT_DISABLE: '1',
      }),
    },
  );
  await client.query(`COMMENT ON DATABASE ${TEMPLATE} IS '${wanted}'`);
}

async function migrationsFingerprint(): Promise<string> {
  const { createHash } = await import('node:crypto');
  const { readdir, readFile } = await import('node:fs/promises');
  const hash = createHash('sha256');
  for (const entry of (await readdir('prisma/migrations')).sort()) {
    if (entry.endsWith('.toml')) continue;
    hash.update(entry).update(await readFile(`prisma/migrations/${entry}/migration.sql`));
  }
  return hash.digest('hex');
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
