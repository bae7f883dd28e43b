import type { Pool } from 'pg';
import { recordSessionRefused } from '@/lib/audit/auditSignIn';
import type { Log } from '@/lib/log/log';
import { judgeOidcClaims, type OidcClaims } from './judgeOidcClaims';
import type { OidcConfig } from './oidcConfig';
import { admitOidcPerson, type OidcAdmission, type OidcContext } from './oidcIdentityStore';

/**
 * Judges somebody who comes from the provider: first by what it says of them, then by the account
 * that is theirs here.
 *
 * @param claims whose signature was checked
 * @throws when the database is away
 */
export async function signInByOidc(
  pool: Pool,
  config: OidcConfig,
  claims: OidcClaims,
  context: OidcContext,
  log: Log,
): Promise<OidcAdmission> {
  const judged = judgeOidcClaims(config, claims);
  const outcome =
    judged.kind === 'admitted' ? await admitOidcPerson(pool, judged.person, context) : judged;
  if (outcome.kind === 'refused') {
    // Whoever configures it needs to see what came; values stay out of the log but for the subject.
    const { reason } = outcome;
    const claimNames = Object.keys(claims).sort();
    log.warn({ reason, subject: claims.sub, claimNames }, 'a single sign-on was refused');
    const subject = String(claims.email ?? claims.sub);
    await recordSessionRefused(pool, { subject, address: context.address, reason });
  }
  return outcome;
}
