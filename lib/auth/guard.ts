import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Database } from '@/lib/db/database';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { insidePath } from '@/lib/http/insidePath';
import { isOwnOrigin } from '@/lib/http/isOwnOrigin';
import { problem } from '@/lib/http/problem';
import { authSecret } from './authSecret';
import { bearerOf } from './bearerOf';
import { PATH_HEADER } from './pathHeader';
import { type Permission, roleAllows } from './permissions';
import { permitBearer } from './permitBearer';
import { findUserBySession } from './sessionStore';
import { readSessionToken, type SessionClaims, sessionCookieName } from './sessionToken';
import type { CurrentUser } from './userStore';

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The person a session belongs to, as the database knows them now.
 *
 * @returns null where the user is gone or disabled, or the session was ended
 */
export async function userOfSession(
  db: Database,
  session: SessionClaims | null,
): Promise<CurrentUser | null> {
  return session ? findUserBySession(db, session) : null;
}

/** The session that the page or action being answered is asked in; see userOfSession for its worth. */
export const currentSession = cache(async (): Promise<SessionClaims | null> => {
  const jar = await cookies();
  const token = jar.get(sessionCookieName(env().PUBLIC_URL))?.value;
  return readSessionToken(token, authSecret());
});

/** Who asks for the page or action being answered; null for the anonymous. Once a request. */
export const currentUser = cache(
  async (): Promise<CurrentUser | null> =>
    userOfSession(webDatabase().pool, await currentSession()),
);

/**
 * For pages: the signed-in person who may do this. Everybody else is sent to sign in, or is told
 * that their role does not open the page (403).
 */
export async function requireUser(permission: Permission): Promise<CurrentUser> {
  const user = await currentUser();
  if (!user) {
    const asked = (await headers()).get(PATH_HEADER);
    const callbackUrl = insidePath(asked, new URL(env().PUBLIC_URL).origin);
    redirect(`/sign-in?${new URLSearchParams({ callbackUrl })}`);
  }
  if (!roleAllows(user.role, permission)) forbidden();
  return user;
}

/**
 * For route handlers: the signed-in person who may do this, or the refusal to answer with. Below
 * /api/v1 a person's token counts too; then the session does not.
 *
 *     const user = await permit(request, 'map.read');
 *     if (user instanceof Response) return user;
 */
export async function permit(
  request: Request,
  permission: Permission,
): Promise<CurrentUser | Response> {
  const { PUBLIC_URL } = env();
  const { headers } = request;
  const bearer = bearerOf(headers, new URL(request.url).pathname);
  if (bearer !== null) return permitBearer(webDatabase().pool, bearer, permission);
  if (
    !READING_METHODS.has(request.method) &&
    !isOwnOrigin(headers.get('origin'), headers.get('sec-fetch-site'), PUBLIC_URL)
  ) {
    return problem('foreignOrigin');
  }
  const token = cookieOf(headers.get('cookie'), sessionCookieName(PUBLIC_URL));
  const session = await readSessionToken(token, authSecret());
  const user = await userOfSession(webDatabase().pool, session);
  if (!user) return problem('unauthenticated');
  return roleAllows(user.role, permission) ? user : problem('forbidden');
}

/** Whether the action being answered was asked for by a page of ours. */
export async function isOwnAction(): Promise<boolean> {
  const head = await headers();
  return isOwnOrigin(head.get('origin'), head.get('sec-fetch-site'), env().PUBLIC_URL);
}

/** For server actions: as `permit`, with null for everybody who may not. */
export async function permitAction(permission: Permission): Promise<CurrentUser | null> {
  if (!(await isOwnAction())) return null;
  const user = await currentUser();
  return user && roleAllows(user.role, permission) ? user : null;
}

function cookieOf(header: string | null, name: string): string | undefined {
  const pair = header?.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
