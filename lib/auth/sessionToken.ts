import { LRUCache } from 'lru-cache';
import { decode, encode } from 'next-auth/jwt';

/** How long a sign-in lasts, seconds: a shift. */
export const SESSION_S = 8 * 60 * 60;

/** What a session says. Role and state are read from the database each time, not from here. */
export interface SessionClaims {
  userId: string;
  /** Of the session's row, see sessionStore: without the row the token is worth nothing. */
  sessionId: string;
}

/** The session cookie's name: bound to the host and to https wherever there is https. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-limelight.session' : 'limelight.session';
}

/** What next-auth puts into the token at sign-in. */
export function sessionPayload(claims: SessionClaims) {
  return { sub: claims.userId, sid: claims.sessionId };
}

/** An encrypted session, as next-auth makes it at sign-in. */
export function mintSessionToken(claims: SessionClaims, secret: string): Promise<string> {
  return encode({ token: sessionPayload(claims), secret, maxAge: SESSION_S });
}

/**
 * Reads a session cookie.
 *
 * @returns null where there is none, or it is over, forged or encrypted with another secret
 */
export async function readSessionToken(
  token: string | undefined,
  secret: string,
): Promise<SessionClaims | null> {
  if (!token) return null;
  const key = `${secret} ${token}`;
  const known = knownClaims.get(key);
  if (known) return known;
  const decoded = await decode({ token, secret }).catch(() => null); // Any flaw is no session.
  const claims = claimsOf(decoded);
  if (!claims) return null;
  const ttl = typeof decoded?.exp === 'number' ? decoded.exp * 1000 - Date.now() : 0;
  if (ttl > 0) knownClaims.set(key, claims, { ttl });
  return claims;
}

/** The claims of a decrypted token; null where it holds none. */
export function claimsOf(
  payload: Record<string, unknown> | null | undefined,
): SessionClaims | null {
  const { sub, sid } = payload ?? {};
  if (typeof sub !== 'string' || typeof sid !== 'string') return null;
  return { userId: sub, sessionId: sid };
}

/**
 * Decrypting derives a key each time, twice a page. A token means the same until it is over;
 * whether its session still counts is asked of the database on every request (see userOfSession).
 */
const knownClaims = new LRUCache<string, SessionClaims>({ max: 5_000 });
