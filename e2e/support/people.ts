import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { Pool } from 'pg';
import { hashPassword } from '@/lib/auth/password';
import { startSession } from '@/lib/auth/sessionStore';
import { mintSessionToken, type SessionClaims, sessionCookieName } from '@/lib/auth/sessionToken';
import type { Role } from '@/lib/db/generated/enums';
import type { Installation } from './installation';

export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Of the session that `sessionCookie` carries. */
  sessionId: string;
}

/**
 * An account of its own for one spec, with a session that a browser can be given. Without a
 * password there is no other way in.
 */
export async function createPerson(
  db: Pool,
  role: Role,
  { name = `Sam ${role}`, password }: { name?: string; password?: string } = {},
): Promise<Person> {
  const id = randomUUID();
  const email = `${role}-${id}@example.org`;
  await db.query(
    `INSERT INTO app_user (id, email, name, role, password_hash) VALUES ($1, $2, $3, $4, $5)`,
    [id, email, name, role, password === undefined ? null : await hashPassword(password)],
  );
  const { sessionId } = await addSession(db, id);
  return { id, email, name, role, sessionId };
}

/** One more session of a person, as of another browser. */
export function addSession(db: Pool, id: string): Promise<SessionClaims> {
  return startSession(db, { id, sessionVersion: 1 }, { address: null, userAgent: null });
}

/** Puts a session of the person into the browser, as signing in does. */
export async function giveSession(
  context: BrowserContext,
  installation: Installation,
  person: Person,
): Promise<void> {
  await context.addCookies([await sessionCookie(installation, person)]);
}

/** A session as the cookie that a browser, or a program, sends along. */
export async function sessionCookie(
  { baseUrl, authSecret }: Installation,
  { id, sessionId }: Person,
) {
  const value = await mintSessionToken({ userId: id, sessionId }, authSecret);
  return { name: sessionCookieName(baseUrl), value, url: baseUrl, httpOnly: true };
}
