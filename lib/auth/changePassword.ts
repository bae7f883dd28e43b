import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import { withTransaction } from '@/lib/db/transaction';
import { forgiveAttempt, reserveAttempt } from './attemptStore';
import { hashPassword, verifyPassword } from './password';
import { judgeNewPassword, type PasswordProblem } from './passwordRules';
import { endSessions } from './sessionStore';
import type { SessionClaims } from './sessionToken';
import { findUserById } from './userStore';

export type ChangePasswordOutcome =
  | { kind: 'changed'; sessionsEnded: number }
  | { kind: 'invalid'; error: PasswordProblem }
  /** The current password is another one. */
  | { kind: 'wrong' }
  /** They sign in elsewhere, or the account is gone. */
  | { kind: 'noPassword' }
  | { kind: 'tooMany'; waitMin: number };

/**
 * Changes somebody's own password and ends their other sessions. Wrong guesses of the current one
 * count like failed sign-ins: an open laptop is no place to try them out.
 *
 * @param session that asks, and goes on
 * @throws when the database is away
 */
export async function changePassword(
  pool: Pool,
  session: SessionClaims,
  form: { current: string; next: string },
  actor: AuditActor,
): Promise<ChangePasswordOutcome> {
  const user = await findUserById(pool, session.userId);
  if (!user?.passwordHash) return { kind: 'noPassword' };
  const error = judgeNewPassword(form.next);
  if (error) return { kind: 'invalid', error };
  const attempt = { email: user.email, address: actor.address ?? 'unknown' };
  const verdict = await reserveAttempt(pool, attempt);
  if (verdict.kind === 'tooMany') return verdict;
  if (!(await verifyPassword(user.passwordHash, form.current))) return { kind: 'wrong' };

  const passwordHash = await hashPassword(form.next); // slow: before anything is locked
  return withTransaction(pool, async (db) => {
    const { rowCount } = await db.query(
      'UPDATE app_user SET password_hash = $2 WHERE id = $1 AND password_hash = $3',
      [user.id, passwordHash, user.passwordHash],
    );
    // It was changed at this very moment, by a reset or in another window: what was given is wrong.
    if (rowCount === 0) return { kind: 'wrong' };
    const sessionsEnded = await endSessions(db, user.id, session.sessionId);
    await db.query('DELETE FROM password_reset WHERE user_id = $1', [user.id]);
    await forgiveAttempt(db, attempt);
    const after = { by: 'self', sessionsEnded };
    await recordAudit(db, { actor, action: 'password.changed', subject: user.email, after });
    return { kind: 'changed', sessionsEnded };
  });
}
