import type { Database } from '@/lib/db/database';
import { problem } from '@/lib/http/problem';
import { scopesAllow } from './apiScopes';
import { findUserByApiToken } from './apiTokenStore';
import { type Permission, roleAllows } from './permissions';
import type { CurrentUser } from './userStore';

/**
 * Who a token speaks for, if its scopes and the role of its person both allow this; the refusal
 * otherwise (RFC 6750). Needs no check of the origin: browsers never send a token by themselves.
 */
export async function permitBearer(
  db: Database,
  token: string,
  permission: Permission,
): Promise<CurrentUser | Response> {
  const found = await findUserByApiToken(db, token);
  if (!found) {
    const answer = problem('unauthenticated', 'The token is unknown, over or revoked.');
    answer.headers.set('WWW-Authenticate', 'Bearer error="invalid_token"');
    return answer;
  }
  if (!roleAllows(found.user.role, permission)) return problem('forbidden');
  if (scopesAllow(found.scopes, permission)) return found.user;
  const answer = problem('forbidden', 'The scopes of the token do not allow this.');
  answer.headers.set('WWW-Authenticate', 'Bearer error="insufficient_scope"');
  return answer;
}
