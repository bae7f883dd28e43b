import type { Pool } from 'pg';
import { recordSessionRefused } from '@/lib/audit/auditSignIn';
import { forgiveAttempt, reserveAttempt } from './attemptStore';
import { normaliseEmail } from './email';
import { verifyPassword } from './password';
import { findUserByEmail, recordSignIn, type UserRow } from './userStore';

export type SignInOutcome =
  | { kind: 'signedIn'; user: UserRow }
  /** Wrong, unknown or disabled: never said which. */
  | { kind: 'refused' }
  | { kind: 'tooMany'; waitMin: number };

/**
 * Judges an e-mail and a password. Does the same work and gives the same answer whether the
 * account does not exist, is disabled or has another password; limits count all of them alike.
 *
 * @param credentials.address network address of who asks
 * @throws when the database is away
 */
export async function signIn(
  pool: Pool,
  credentials: { email: string; password: string; address: string },
): Promise<SignInOutcome> {
  const email = normaliseEmail(credentials.email);
  const attempt = {
    email: email ?? credentials.email.slice(0, 254),
    address: credentials.address,
  };
  const verdict = await reserveAttempt(pool, attempt);
  if (verdict.kind === 'tooMany') return verdict;

  const user = email ? await findUserByEmail(pool, email) : null;
  const matches = await verifyPassword(user?.passwordHash ?? null, credentials.password);
  if (!user || !matches || user.disabledAt) {
    const { address } = credentials;
    await recordSessionRefused(pool, { subject: attempt.email, address, reason: 'password' });
    return { kind: 'refused' };
  }

  await forgiveAttempt(pool, attempt);
  await recordSignIn(pool, user.id);
  return { kind: 'signedIn', user };
}
