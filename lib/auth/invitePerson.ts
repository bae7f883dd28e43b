import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import type { Role } from '@/lib/db/generated/enums';
import { withTransaction } from '@/lib/db/transaction';
import { normaliseEmail } from './email';
import { deleteInvitation, saveInvitation } from './invitationStore';
import { lookalikeOf } from './lookalike';
import { listKnownEmails, lockPeople } from './personStore';
import { findUserByEmail } from './userStore';

export interface WantedInvitation {
  /** As typed. */
  email: string;
  role: Role;
  /** The inviter was told of a lookalike, and says it is another person. */
  isSureOfLookalike: boolean;
}

export type InviteOutcome =
  | { kind: 'invited'; email: string; secret: string; expiresAt: Date }
  | { kind: 'emailInvalid' }
  /** Letters of another script, which deceive or never arrive: `letters` are those. */
  | { kind: 'foreignLetters'; letters: string }
  /** They have an account, perhaps a disabled one. */
  | { kind: 'known'; email: string }
  /** Taken at a glance for `like`. @see canBeSure: both are plain Latin, so it may be another person */
  | { kind: 'lookalike'; like: string; canBeSure: boolean };

/**
 * Invites somebody, or invites them again under a new link. Addresses that are taken for those of
 * colleagues are refused, see lookalikeOf.
 *
 * @returns the link's secret, which is to be had this once
 */
export async function invitePerson(
  pool: Pool,
  { email: typed, role, isSureOfLookalike }: WantedInvitation,
  actor: AuditActor & { id: string },
): Promise<InviteOutcome> {
  const email = normaliseEmail(typed);
  return withTransaction(pool, async (db) => {
    await lockPeople(db);
    const like = lookalikeOf(email ?? typed, await listKnownEmails(db));
    if (like && !(email && isSureOfLookalike)) {
      return { kind: 'lookalike', like, canBeSure: email !== null && !email.includes('xn--') };
    }
    if (!email) return refusalOf(typed);
    if (await findUserByEmail(db, email)) return { kind: 'known', email };
    const { secret, expiresAt } = await saveInvitation(db, { email, role }, actor.id);
    await recordAudit(db, { actor, action: 'person.invited', subject: email, after: { role } });
    return { kind: 'invited', email, secret, expiresAt };
  });
}

/** Takes an invitation back; its link opens nothing any more. */
export async function withdrawInvitation(
  pool: Pool,
  id: string,
  actor: AuditActor,
): Promise<{ kind: 'withdrawn' } | { kind: 'gone' }> {
  return withTransaction(pool, async (db) => {
    const invitation = await deleteInvitation(db, id);
    if (!invitation) return { kind: 'gone' };
    const { email: subject, role } = invitation;
    await recordAudit(db, { actor, action: 'person.uninvited', subject, before: { role } });
    return { kind: 'withdrawn' };
  });
}

function refusalOf(typed: string): InviteOutcome {
  const foreign = typed.normalize('NFKC').match(/[^\p{ASCII}]/gu);
  if (!foreign) return { kind: 'emailInvalid' };
  return { kind: 'foreignLetters', letters: [...new Set(foreign)].slice(0, 8).join(' ') };
}
