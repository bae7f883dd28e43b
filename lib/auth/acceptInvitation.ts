import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { recordAudit } from '@/lib/audit/auditStore';
import { withTransaction } from '@/lib/db/transaction';
import type { Locale } from '@/lib/i18n/locale';
import { findInvitation, takeInvitation } from './invitationStore';
import type { LinkOutcome } from './linkActions';
import { hashPassword } from './password';
import { judgeNewPassword } from './passwordRules';
import { judgeName, tidyName } from './personName';
import { lockPeople } from './personStore';
import { judgeLink } from './secretLink';

export interface Acceptance {
  secret: string;
  /** As typed. */
  name: string;
  password: string;
  /** The language the form was read in: theirs from now on. */
  locale: Locale;
  /** Network address of who accepts. */
  address: string;
}

/**
 * Opens the account that an invitation offers. Of two who try at once, one gets it.
 *
 * @throws when the database is away
 */
export async function acceptInvitation(pool: Pool, form: Acceptance): Promise<LinkOutcome> {
  const { secret, password, locale, address } = form;
  const verdict = await judgeLink(pool, address, () => findInvitation(pool, secret));
  if (verdict.kind !== 'good') return verdict;
  const name = tidyName(form.name);
  const errors = {
    name: judgeName(name) ?? undefined,
    password: judgeNewPassword(password) ?? undefined,
  };
  if (errors.name || errors.password) return { kind: 'invalid', errors };

  const passwordHash = await hashPassword(password); // slow: before anything is locked
  return withTransaction(pool, async (db) => {
    await lockPeople(db);
    const invitation = await takeInvitation(db, secret);
    if (!invitation) return { kind: 'dead' };
    const { email, role } = invitation;
    const id = randomUUID();
    const { rowCount } = await db.query(
      `INSERT INTO app_user (id, email, name, role, password_hash, locale)
       VALUES ($1, $2, $3, $4::role, $5, $6) ON CONFLICT (email) DO NOTHING`,
      [id, email, name, role, passwordHash, locale],
    );
    if (rowCount === 0) return { kind: 'known' };
    const actor = { id, name, address };
    await recordAudit(db, { actor, action: 'person.joined', subject: email, after: { role } });
    return { kind: 'opened', email };
  });
}
