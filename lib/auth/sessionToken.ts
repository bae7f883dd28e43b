import { LRUCache } from 'lru-cache';
import { decode, encode } from 'next-auth/jwt';

/** How long a sign-in lasts, seconds: a shift. */
export const SESSION_S = 8 * 60 * 60;

/** What a session says. Role and state are read from the database each time, not from here. */
export interface SessionClaims {
  userId: string;
  /** Of the user when the session began; see User.sessionVersion. */
  sessionVersion: number;
}

/** The session cookie's name: bound to the host and to https wherever there is https. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-limelight.session' : 'limelight.session';
}

/** An encrypted session, as next-auth makes it at sign-in. */
export function mintSessionToken(claims: SessionClaims, secret: string): Promise<string> {
  const token = { sub: claims.userId, sessionVersion: claims.sessionVersion };
  return encode({ token, secret, maxAge: SESSION_S });
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
  const { sub, sessionVersion, exp } = decoded ?? {};
  if (typeof sub !== 'string' || typeof sessionVersion !== 'number') return null;
  const claims = { userId: sub, sessionVersion };
  const ttl = typeof exp === 'number' ? exp * 1000 - Date.now() : 0;
  if (ttl > 0) knownClaims.set(key, claims, { ttl });
  return claims;
}

/**
 * Decrypting derives a key each time, twice a page. A token means the same until it is over;
 * whether its session still counts is asked of the database on every request (see userOfSession).
 */
const knownClaims = new LRUCache<string, SessionClaims>({ max: 5_000 });
