import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { withTransaction } from '@/lib/db/transaction';
import { normaliseEmail } from './email';
import { hashPassword } from './password';
import { MIN_PASSWORD_LENGTH } from './passwordRules';

export interface FirstAdmin {
  email: string;
  /** Only when it was made up and the account is new. */
  password: string | null;
  /** false: there is an admin already, and `email` is theirs. */
  created: boolean;
}

/**
 * Makes an admin unless an enabled one exists. Run twice at once, it makes one.
 *
 * @param givenPassword at least 10 characters; null: one is made up
 * @throws when the e-mail is none, the password too short, or the address belongs to somebody else
 */
export async function makeFirstAdmin(
  pool: Pool,
  wanted: { email: string; givenPassword: string | null; makeUpPassword: () => string },
): Promise<FirstAdmin> {
  const existing = await findAdmin(pool);
  if (existing) return { email: existing, password: null, created: false };

  const email = normaliseEmail(wanted.email);
  if (!email) throw new Error(`ADMIN_EMAIL is not an e-mail address: ${wanted.email}`);
  const password = wanted.givenPassword ?? wanted.makeUpPassword();
  if (password.length < MIN_PASSWORD_LENGTH)
    throw new Error(`ADMIN_PASSWORD needs at least ${MIN_PASSWORD_LENGTH} characters`);

  if (!(await insertAdmin(pool, email, await hashPassword(password)))) {
    const other = await findAdmin(pool);
    if (other) return { email: other, password: null, created: false };
    throw new Error(`${email} belongs to an account that is no admin: choose another ADMIN_EMAIL`);
  }
  return { email, password: wanted.givenPassword === null ? password : null, created: true };
}

async function findAdmin(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ email: string }>(
    `SELECT email FROM app_user WHERE role = 'admin' AND disabled_at IS NULL
      ORDER BY created_at LIMIT 1`,
  );
  return rows[0]?.email ?? null;
}

/** One statement under a lock, so that two processes that start together make one admin. */
async function insertAdmin(pool: Pool, email: string, passwordHash: string): Promise<boolean> {
  return withTransaction(pool, async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('first-admin', 0))`);
    const { rowCount } = await db.query(
      `INSERT INTO app_user (id, email, name, role, password_hash)
       SELECT $1, $2, 'Admin', 'admin', $3
        WHERE NOT EXISTS (SELECT 1 FROM app_user WHERE role = 'admin' AND disabled_at IS NULL)
       ON CONFLICT (email) DO NOTHING`,
      [randomUUID(), email, passwordHash],
    );
    return rowCount === 1;
  });
}
