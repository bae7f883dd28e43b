import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import { withTransaction } from '@/lib/db/transaction';
import { forgiveAttempt } from './attemptStore';
import type { LinkOutcome } from './linkActions';
import { hashPassword } from './password';
import { judgeNewPassword } from './passwordRules';
import { findPerson, lockPeople } from './personStore';
import { findReset, saveReset, takeReset } from './resetStore';
import { judgeLink } from './secretLink';
import { endSessions } from './sessionStore';

export type IssueOutcome =
  | { kind: 'issued'; secret: string; expiresAt: Date }
  /** There is no such person, or they are disabled. */
  | { kind: 'gone' }
  /** They sign in elsewhere: a password here would be a way around that. */
  | { kind: 'noPassword' };

/** Issues a link by which a person gives themselves a new password. The old one goes on until then. */
export async function issueReset(
  pool: Pool,
  personId: string,
  actor: AuditActor & { id: string },
): Promise<IssueOutcome> {
  return withTransaction(pool, async (db) => {
    await lockPeople(db);
    const person = await findPerson(db, personId);
    if (!person || person.isDisabled) return { kind: 'gone' };
    if (person.signInKind !== 'password') return { kind: 'noPassword' };
    const issued = await saveReset(db, personId, actor.id);
    await recordAudit(db, { actor, action: 'person.resetIssued', subject: person.email });
    return { kind: 'issued', ...issued };
  });
}

/**
 * Gives the person of a link a new password. Every session of theirs ends, and failed attempts to
 * sign in are forgotten, so that they get in at once.
 *
 * @throws when the database is away
 */
export async function resetPassword(
  pool: Pool,
  form: { secret: string; password: string; address: string },
): Promise<LinkOutcome> {
  const { secret, password, address } = form;
  const verdict = await judgeLink(pool, address, () => findReset(pool, secret));
  if (verdict.kind !== 'good') return verdict;
  const problem = judgeNewPassword(password);
  if (problem) return { kind: 'invalid', errors: { password: problem } };

  const passwordHash = await hashPassword(password); // slow: before anything is locked
  return withTransaction(pool, async (db) => {
    await lockPeople(db);
    const link = await takeReset(db, secret);
    if (!link) return { kind: 'dead' };
    const { userId, email, name } = link;
    await db.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [userId, passwordHash]);
    const sessionsEnded = await endSessions(db, userId);
    await forgiveAttempt(db, { email, address });
    await recordAudit(db, {
      actor: { id: userId, name, address },
      action: 'password.changed',
      subject: email,
      after: { by: 'reset', sessionsEnded },
    });
    return { kind: 'opened', email };
  });
}
