import { headers } from 'next/headers';
import type { CurrentUser } from '@/lib/auth/userStore';
import type { AuditActor } from './auditStore';

/** Set by scripts/web.mjs, which removes what clients send under this name. */
export const ADDRESS_HEADER = 'x-limelight-address';

/**
 * Who asks for the request being answered, as the audit log names them. For pages, actions and
 * handlers:
 *
 *     await recordAudit(db, { actor: await auditActor(user), action, subject, before, after });
 *
 * @param user null: nobody is signed in (an invitation is accepted, a sign-in is refused)
 * @param name how somebody without an account is called: the e-mail typed, for example
 */
export async function auditActor(user: CurrentUser | null, name = ''): Promise<AuditActor> {
  const address = (await headers()).get(ADDRESS_HEADER);
  return { id: user?.id ?? null, name: user?.name ?? name, address };
}
