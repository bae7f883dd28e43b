import type { Database } from '@/lib/db/database';
import { isLocale } from '@/lib/i18n/locale';
import type { ApiScope } from './apiScopes';
import { apiTokenId, isApiToken, makeApiToken } from './apiToken';
import type { CurrentUser } from './userStore';

/** A token as its owner sees it: everything but the secret. */
export interface ApiTokenRow {
  id: string;
  name: string;
  /** As they were given; a scope of an old token may be no more. */
  scopes: string[];
  createdAt: Date;
  /** null: until it is revoked. */
  expiresAt: Date | null;
  /** At most a minute behind while it is used; null: never. */
  lastUsedAt: Date | null;
}

export interface WantedApiToken {
  name: string;
  scopes: readonly ApiScope[];
  /** Days until it is over, at least 1; null: until it is revoked. */
  validDays: number | null;
}

/** Who a good token speaks for, and within which scopes. */
export interface TokenUser {
  user: CurrentUser;
  scopes: string[];
}

const IS_GOOD = `t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())`;

/** Makes a token. @returns its id, and the text that is never to be had again */
export async function createApiToken(
  db: Database,
  userId: string,
  { name, scopes, validDays }: WantedApiToken,
): Promise<{ id: string; token: string }> {
  const { id, secretSha256, token } = makeApiToken();
  await db.query(
    `INSERT INTO api_token (id, user_id, name, secret_sha256, scopes, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6))`,
    [id, userId, name, secretSha256, scopes, validDays],
  );
  return { id, token };
}

/** The tokens of a person that still open something, the newest first. */
export async function listApiTokens(db: Database, userId: string): Promise<ApiTokenRow[]> {
  const { rows } = await db.query<ApiTokenRow>(
    `SELECT t.id, t.name, t.scopes, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
            t.last_used_at AS "lastUsedAt"
       FROM api_token t WHERE t.user_id = $1 AND ${IS_GOOD}
      ORDER BY t.created_at DESC, t.id`,
    [userId],
  );
  return rows;
}

/** Ends a token of a person. @returns its name; null where they have no such token */
export async function revokeApiToken(
  db: Database,
  userId: string,
  id: string,
): Promise<string | null> {
  const { rows } = await db.query<{ name: string }>(
    `UPDATE api_token t SET revoked_at = now()
      WHERE t.id = $1 AND t.user_id = $2 AND t.revoked_at IS NULL RETURNING t.name`,
    [id, userId],
  );
  return rows[0]?.name ?? null;
}

/** Ends every token of a person. @returns how many */
export async function revokeApiTokens(db: Database, userId: string): Promise<number> {
  const { rowCount } = await db.query(
    'UPDATE api_token SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL',
    [userId],
  );
  return rowCount ?? 0;
}

/**
 * Who a token speaks for. Looked up by the part that is no secret; the secret is compared in
 * constant time.
 *
 * @param text as the program sent it
 * @returns null where there is no such token, or it is over, or its person is disabled
 */
export async function findUserByApiToken(db: Database, text: string): Promise<TokenUser | null> {
  const id = apiTokenId(text);
  if (!id) return null;
  const { rows } = await db.query<CurrentUser & TokenColumns>({
    name: 'find-user-by-api-token',
    text: `SELECT u.id, u.email, u.name, u.role::text AS role, u.locale, t.scopes,
                  t.secret_sha256 AS "secretSha256",
                  coalesce(t.last_used_at > now() - interval '1 minute', false) AS "isUsedLately"
             FROM api_token t JOIN app_user u ON u.id = t.user_id
            WHERE t.id = $1 AND ${IS_GOOD} AND u.disabled_at IS NULL`,
    values: [id],
  });
  const row = rows[0];
  if (!row || !isApiToken(text, row.secretSha256)) return null;
  if (!row.isUsedLately) await noteUse(db, id);
  const { email, name, role, scopes } = row;
  const locale = isLocale(row.locale) ? row.locale : null;
  return { user: { id: row.id, email, name, role, locale }, scopes };
}

interface TokenColumns {
  scopes: string[];
  secretSha256: string;
  isUsedLately: boolean;
}

async function noteUse(db: Database, id: string): Promise<void> {
  await db.query('UPDATE api_token SET last_used_at = now() WHERE id = $1', [id]);
}
