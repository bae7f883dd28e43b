import type { Database } from '@/lib/db/database';

/**
 * Refused sign-ins that are recorded within a minute, whoever is refused: who sprays passwords from
 * many addresses must not fill the disk with a log that nobody can delete from.
 */
export const REFUSALS_A_MINUTE = 60;

/** Records a sign-in, in the transaction that begins the session. */
export async function recordSessionStarted(
  db: Database,
  userId: string,
  address: string | null,
): Promise<void> {
  await db.query(
    `INSERT INTO audit_entry (actor_id, actor_name, action, subject, address)
     SELECT id, name, 'session.started', email, $2 FROM app_user WHERE id = $1`,
    [userId, address],
  );
}

/**
 * Records that somebody was not let in, at a bounded rate. Attempts beyond the limits of an account
 * or an address are not judged, and not recorded either.
 *
 * @param subject the e-mail as typed, normalised where it can be; never a password
 * @param reason a code, such as why single sign-on refused; never which of e-mail and password was wrong
 */
export async function recordSessionRefused(
  db: Database,
  { subject, address, reason }: { subject: string; address: string | null; reason: string },
): Promise<void> {
  await db.query(
    `INSERT INTO audit_entry (actor_name, action, subject, after, address)
     SELECT '', 'session.refused', $1, jsonb_build_object('reason', $2::text), $3
      WHERE (SELECT count(*) FROM audit_entry
              WHERE action = 'session.refused' AND at > now() - interval '1 minute') < $4`,
    [subject.slice(0, 254), reason, address, REFUSALS_A_MINUTE],
  );
}
