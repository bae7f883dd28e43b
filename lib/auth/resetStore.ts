import type { Database } from '@/lib/db/database';
import { hashSecret, makeSecret } from './secretHash';
import { RESET_MIN } from './secretLink';

/** Whose password a link renews. */
export interface ResetLink {
  userId: string;
  email: string;
  name: string;
}

/** Issues a link; one that the person had before opens nothing any more. */
export async function saveReset(
  db: Database,
  userId: string,
  issuedById: string,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = makeSecret();
  const { rows } = await db.query<{ expiresAt: Date }>(
    `INSERT INTO password_reset (user_id, token_sha256, issued_by_id, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(mins => ${RESET_MIN}))
     ON CONFLICT (user_id) DO UPDATE SET
       token_sha256 = excluded.token_sha256, issued_by_id = excluded.issued_by_id,
       created_at = now(), expires_at = excluded.expires_at
     RETURNING expires_at AS "expiresAt"`,
    [userId, hashSecret(secret), issuedById],
  );
  return { secret, expiresAt: rows[0]!.expiresAt };
}

const IS_GOOD = `r.token_sha256 = $1 AND r.expires_at > now() AND u.disabled_at IS NULL`;

/** Whose password a link renews; null where it opens nothing. */
export async function findReset(db: Database, secret: string): Promise<ResetLink | null> {
  const { rows } = await db.query<ResetLink>(
    `SELECT u.id AS "userId", u.email, u.name
       FROM password_reset r JOIN app_user u ON u.id = r.user_id WHERE ${IS_GOOD}`,
    [hashSecret(secret)],
  );
  return rows[0] ?? null;
}

/** Uses a link up: of two who try at once, one gets it. */
export async function takeReset(db: Database, secret: string): Promise<ResetLink | null> {
  const { rows } = await db.query<ResetLink>(
    `DELETE FROM password_reset r USING app_user u WHERE u.id = r.user_id AND ${IS_GOOD}
     RETURNING u.id AS "userId", u.email, u.name`,
    [hashSecret(secret)],
  );
  return rows[0] ?? null;
}

/** Makes every link worthless that a person issued or was given: they lost the right to it. */
export async function deleteLinksOf(db: Database, userId: string): Promise<void> {
  await db.query('DELETE FROM password_reset WHERE user_id = $1 OR issued_by_id = $1', [userId]);
  await db.query('DELETE FROM invitation WHERE invited_by_id = $1', [userId]);
}
