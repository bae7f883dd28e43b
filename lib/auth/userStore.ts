import type { Database } from '@/lib/db/database';
import type { Role } from '@/lib/db/generated/enums';
import { isLocale, type Locale } from '@/lib/i18n/locale';

/** A person as the rest of the product knows them. */
export interface CurrentUser {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Their chosen language; null: as the browser asks. */
  locale: Locale | null;
}

export interface UserRow extends CurrentUser {
  passwordHash: string | null;
  sessionVersion: number;
  disabledAt: Date | null;
}

const COLUMNS = `id, email, name, role::text AS role, locale, password_hash AS "passwordHash",
  session_version AS "sessionVersion", disabled_at AS "disabledAt"`;

/** @param email normalised, see normaliseEmail */
export async function findUserByEmail(db: Database, email: string): Promise<UserRow | null> {
  return findUser(db, 'email', email);
}

/** @param id as a session carries it */
export async function findUserById(db: Database, id: string): Promise<UserRow | null> {
  return findUser(db, 'id', id);
}

async function findUser(db: Database, column: 'email' | 'id', value: string) {
  const { rows } = await db.query<UserRow>({
    name: `find-user-by-${column}`,
    text: `SELECT ${COLUMNS} FROM app_user WHERE ${column} = $1`,
    values: [value],
  });
  const row = rows[0];
  return row ? { ...row, locale: isLocale(row.locale) ? row.locale : null } : null;
}

/** Notes that somebody signed in. */
export async function recordSignIn(db: Database, userId: string): Promise<void> {
  await db.query('UPDATE app_user SET last_seen_at = now() WHERE id = $1', [userId]);
}

/** Remembers a person's language on every device. */
export async function saveLocale(db: Database, userId: string, locale: Locale): Promise<void> {
  await db.query('UPDATE app_user SET locale = $2 WHERE id = $1', [userId, locale]);
}
