import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import { withTransaction } from '@/lib/db/transaction';
import { createApiToken, revokeApiToken, type WantedApiToken } from './apiTokenStore';
import { endSession, endSessions } from './sessionStore';
import type { CurrentUser } from './userStore';

/** @param name tidy and judged, see personName */
export async function renameSelf(
  pool: Pool,
  user: CurrentUser,
  name: string,
  actor: AuditActor,
): Promise<void> {
  if (name === user.name) return;
  await withTransaction(pool, async (db) => {
    await db.query('UPDATE app_user SET name = $2 WHERE id = $1', [user.id, name]);
    await recordAudit(db, {
      actor,
      action: 'person.renamed',
      subject: user.email,
      before: { name: user.name },
      after: { name },
    });
  });
}

/** Makes a token. @returns the text that is to be had this once */
export async function addOwnToken(
  pool: Pool,
  user: CurrentUser,
  wanted: WantedApiToken,
  actor: AuditActor,
): Promise<string> {
  return withTransaction(pool, async (db) => {
    const { id, token } = await createApiToken(db, user.id, wanted);
    const { name, scopes, validDays } = wanted;
    await recordAudit(db, {
      actor,
      action: 'token.created',
      subject: user.email,
      after: { id, name, scopes, validDays },
    });
    return token;
  });
}

/** @returns false where there is no such token of theirs */
export async function revokeOwnToken(
  pool: Pool,
  user: CurrentUser,
  id: string,
  actor: AuditActor,
): Promise<boolean> {
  return withTransaction(pool, async (db) => {
    const name = await revokeApiToken(db, user.id, id);
    if (name === null) return false;
    const before = { id, name };
    await recordAudit(db, { actor, action: 'token.revoked', subject: user.email, before });
    return true;
  });
}

/** @returns false where there is no such session of theirs */
export async function endOwnSession(
  pool: Pool,
  user: CurrentUser,
  sessionId: string,
  actor: AuditActor,
): Promise<boolean> {
  return withTransaction(pool, async (db) => {
    if (!(await endSession(db, { userId: user.id, sessionId }))) return false;
    const after = { sessionsEnded: 1 };
    await recordAudit(db, { actor, action: 'sessions.ended', subject: user.email, after });
    return true;
  });
}

/** Signs somebody out everywhere, the asking browser included. */
export async function endOwnSessions(
  pool: Pool,
  user: CurrentUser,
  actor: AuditActor,
): Promise<void> {
  await withTransaction(pool, async (db) => {
    const after = { sessionsEnded: await endSessions(db, user.id) };
    await recordAudit(db, { actor, action: 'sessions.ended', subject: user.email, after });
  });
}
