import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/db/database';
import { isLocale } from '@/lib/i18n/locale';
import { announceAccessChange } from './accessChange';
import { SESSION_S, type SessionClaims } from './sessionToken';
import type { CurrentUser, UserRow } from './userStore';

/** Where a sign-in comes from; null where it is not known. */
export interface SessionOrigin {
  address: string | null;
  userAgent: string | null;
}

/** A session as its owner sees it. */
export interface SessionRow extends SessionOrigin {
  id: string;
  createdAt: Date;
  /** At most a minute behind while it is used. */
  lastSeenAt: Date;
}

/** Longer ones are nobody's browser. */
const MAX_USER_AGENT_LENGTH = 400;

/**
 * Begins a session under a new id, and forgets those that are over.
 *
 * @param user as read before the sign-in was judged: had password or state changed since, the
 *   session never counts
 */
export async function startSession(
  db: Database,
  user: Pick<UserRow, 'id' | 'sessionVersion'>,
  { address, userAgent }: SessionOrigin,
): Promise<SessionClaims> {
  await db.query('DELETE FROM app_session WHERE expires_at < now()');
  const sessionId = randomUUID();
  await db.query(
    `INSERT INTO app_session (id, user_id, session_version, expires_at, address, user_agent)
     VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5, $6)`,
    [
      sessionId,
      user.id,
      user.sessionVersion,
      SESSION_S,
      address,
      userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null,
    ],
  );
  return { userId: user.id, sessionId };
}

/**
 * Who a session belongs to, as the database knows them now; one query, and two more once a minute,
 * which note that they were seen.
 *
 * @returns null where the session was ended or is over, or its person is gone or disabled
 */
export async function findUserBySession(
  db: Database,
  { userId, sessionId }: SessionClaims,
): Promise<CurrentUser | null> {
  const { rows } = await db.query<CurrentUser & { isSeenLately: boolean }>({
    name: 'find-user-by-session',
    text: `SELECT u.id, u.email, u.name, u.role::text AS role, u.locale,
                  s.last_seen_at > now() - interval '1 minute' AS "isSeenLately"
             FROM app_session s JOIN app_user u ON u.id = s.user_id
            WHERE s.id = $1 AND s.user_id = $2 AND s.expires_at > now()
              AND s.session_version = u.session_version AND u.disabled_at IS NULL`,
    values: [sessionId, userId],
  });
  if (!rows[0]) return null;
  const { isSeenLately, ...user } = rows[0];
  if (!isSeenLately) await noteSeen(db, userId, sessionId);
  return { ...user, locale: isLocale(user.locale) ? user.locale : null };
}

/** Two statements, not one: locks held together could meet those of whoever ends sessions. */
async function noteSeen(db: Database, userId: string, sessionId: string): Promise<void> {
  const LONG_AGO = `last_seen_at < now() - interval '1 minute'`;
  await db.query(`UPDATE app_session SET last_seen_at = now() WHERE id = $1 AND ${LONG_AGO}`, [
    sessionId,
  ]);
  await db.query(
    `UPDATE app_user SET last_seen_at = now()
      WHERE id = $1 AND (last_seen_at IS NULL OR ${LONG_AGO})`,
    [userId],
  );
}

/** A person's sessions, the last used first. */
export async function listSessions(db: Database, userId: string): Promise<SessionRow[]> {
  const { rows } = await db.query<SessionRow>(
    `SELECT s.id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.address,
            s.user_agent AS "userAgent"
       FROM app_session s JOIN app_user u ON u.id = s.user_id
      WHERE s.user_id = $1 AND s.expires_at > now() AND s.session_version = u.session_version
      ORDER BY s.last_seen_at DESC, s.id`,
    [userId],
  );
  return rows;
}

/** Ends one session of a person. @returns false where they have no such session */
export async function endSession(
  db: Database,
  { userId, sessionId }: SessionClaims,
): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM app_session WHERE id = $1 AND user_id = $2', [
    sessionId,
    userId,
  ]);
  if (rowCount === 0) return false;
  await announceAccessChange(db, userId);
  return true;
}

/**
 * Ends the sessions of a person, those included that are being begun at this moment. Call it in
 * the transaction of what made it necessary.
 *
 * @param keepId a session that goes on, such as the one that asks
 * @returns how many were ended
 */
export async function endSessions(
  db: Database,
  userId: string,
  keepId: string | null = null,
): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    `UPDATE app_user SET session_version = session_version + 1 WHERE id = $1
     RETURNING session_version AS version`,
    [userId],
  );
  const { rowCount } = await db.query(
    'DELETE FROM app_session WHERE user_id = $1 AND id IS DISTINCT FROM $2',
    [userId, keepId],
  );
  await db.query('UPDATE app_session SET session_version = $2 WHERE user_id = $1 AND id = $3', [
    userId,
    rows[0]?.version ?? 0,
    keepId,
  ]);
  await announceAccessChange(db, userId);
  return rowCount ?? 0;
}
