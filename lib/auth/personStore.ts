import type { Database } from '@/lib/db/database';
import type { Role } from '@/lib/db/generated/enums';

/** A person as admins see them. */
export interface PersonRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** provider: through the company's own sign-in, without a password here. */
  signInKind: 'password' | 'provider';
  isDisabled: boolean;
  /** At most a minute behind; null: never. */
  lastSeenAt: Date | null;
}

const COLUMNS = `id, email, name, role::text AS role, disabled_at IS NOT NULL AS "isDisabled",
  CASE WHEN password_hash IS NULL THEN 'provider' ELSE 'password' END AS "signInKind",
  last_seen_at AS "lastSeenAt"`;

/** Everybody who has an account: those who may sign in first, by name. */
export async function listPeople(db: Database): Promise<PersonRow[]> {
  const { rows } = await db.query<PersonRow>(
    `SELECT ${COLUMNS} FROM app_user ORDER BY disabled_at IS NOT NULL, lower(name), email`,
  );
  return rows;
}

export async function findPerson(db: Database, id: string): Promise<PersonRow | null> {
  const { rows } = await db.query<PersonRow>(`SELECT ${COLUMNS} FROM app_user WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** Every address that has an account or an invitation. */
export async function listKnownEmails(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ email: string }>(
    'SELECT email FROM app_user UNION SELECT email FROM invitation ORDER BY 1',
  );
  return rows.map((row) => row.email);
}

/** Makes changes to people follow each other until the end of the transaction. */
export async function lockPeople(db: Database): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('people', 0))`);
}

/**
 * Whether this is the only person left who could administer. Locks the admins' rows until the end
 * of the transaction: whoever else would demote one of them waits, and then counts anew.
 */
export async function isLastAdmin(db: Database, id: string): Promise<boolean> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM app_user WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
  );
  return rows.length === 1 && rows[0]!.id === id;
}
