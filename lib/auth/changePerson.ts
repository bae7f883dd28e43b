import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import type { Database } from '@/lib/db/database';
import type { Role } from '@/lib/db/generated/enums';
import { withTransaction } from '@/lib/db/transaction';
import { announceAccessChange } from './accessChange';
import { revokeApiTokens } from './apiTokenStore';
import { roleAllows } from './permissions';
import { findPerson, isLastAdmin, lockPeople, type PersonRow } from './personStore';
import { deleteLinksOf } from './resetStore';
import { endSessions } from './sessionStore';

export type PersonChange =
  | { kind: 'changed' }
  /** It is so already. */
  | { kind: 'unchanged' }
  /** Nobody would be left to administer: nothing was written. */
  | { kind: 'lastAdmin' }
  /** There is no such person. */
  | { kind: 'gone' };

/**
 * Gives a person another role, in force at their next request. Whoever may no longer manage people
 * takes the links they issued with them.
 */
export function changeRole(
  pool: Pool,
  personId: string,
  role: Role,
  actor: AuditActor,
): Promise<PersonChange> {
  return changePerson(pool, personId, (db, person) => setRole(db, person, role, actor));
}

/** As changeRole, in a transaction that has locked the people (see lockPeople). */
export async function setRole(
  db: Database,
  person: Pick<PersonRow, 'id' | 'email' | 'role'>,
  role: Role,
  actor: AuditActor,
): Promise<PersonChange> {
  if (person.role === role) return { kind: 'unchanged' };
  if (role !== 'admin' && (await isLastAdmin(db, person.id))) return { kind: 'lastAdmin' };
  await db.query('UPDATE app_user SET role = $2::role WHERE id = $1', [person.id, role]);
  if (!roleAllows(role, 'people.manage')) await deleteLinksOf(db, person.id);
  await announceAccessChange(db, person.id);
  await recordAudit(db, {
    actor,
    action: 'person.roleChanged',
    subject: person.email,
    before: { role: person.role },
    after: { role },
  });
  return { kind: 'changed' };
}

/** Shuts a person out: sessions, tokens and links end with it, and do not come back. */
export function disablePerson(
  pool: Pool,
  personId: string,
  actor: AuditActor,
): Promise<PersonChange> {
  return changePerson(pool, personId, async (db, person) => {
    if (person.isDisabled) return { kind: 'unchanged' };
    if (await isLastAdmin(db, personId)) return { kind: 'lastAdmin' };
    await db.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [personId]);
    const sessionsEnded = await endSessions(db, personId);
    const tokensRevoked = await revokeApiTokens(db, personId);
    await deleteLinksOf(db, personId);
    const after = { sessionsEnded, tokensRevoked };
    const record = { actor, action: 'person.disabled', subject: person.email, after } as const;
    await recordAudit(db, record);
    return { kind: 'changed' };
  });
}

/** Lets a person sign in again, as before. */
export function enablePerson(
  pool: Pool,
  personId: string,
  actor: AuditActor,
): Promise<PersonChange> {
  return changePerson(pool, personId, async (db, person) => {
    if (!person.isDisabled) return { kind: 'unchanged' };
    await db.query('UPDATE app_user SET disabled_at = NULL WHERE id = $1', [personId]);
    await recordAudit(db, { actor, action: 'person.enabled', subject: person.email });
    return { kind: 'changed' };
  });
}

/** One change of people at a time, so that two admins cannot remove each other at once. */
function changePerson(
  pool: Pool,
  personId: string,
  change: (db: Database, person: PersonRow) => Promise<PersonChange>,
): Promise<PersonChange> {
  return withTransaction(pool, async (db) => {
    await lockPeople(db);
    const person = await findPerson(db, personId);
    return person ? change(db, person) : { kind: 'gone' };
  });
}
