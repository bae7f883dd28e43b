import { cookies } from 'next/headers';
import { recordSessionStarted } from '@/lib/audit/auditSignIn';
import { withTransaction } from '@/lib/db/transaction';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { authSecret } from './authSecret';
import { requestOrigin } from './requestOrigin';
import { endSession, startSession } from './sessionStore';
import { readSessionToken, type SessionClaims, sessionCookieName } from './sessionToken';
import type { UserRow } from './userStore';

/**
 * Begins the session of somebody whose sign-in was judged good, whatever way they signed in. Always
 * under a new id; the session that this browser had before is ended, so that nobody goes on in a
 * session that was planted or left behind.
 */
export async function beginSession(
  user: Pick<UserRow, 'id' | 'sessionVersion'>,
): Promise<SessionClaims> {
  const { pool } = webDatabase();
  const cookie = (await cookies()).get(sessionCookieName(env().PUBLIC_URL))?.value;
  const before = await readSessionToken(cookie, authSecret());
  if (before) await endSession(pool, before);
  const origin = await requestOrigin();
  return withTransaction(pool, async (db) => {
    await recordSessionStarted(db, user.id, origin.address);
    return startSession(db, user, origin);
  });
}
