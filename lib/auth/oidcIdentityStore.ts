import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { recordAudit } from '@/lib/audit/auditStore';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import { setRole } from './changePerson';
import type { OidcPerson } from './judgeOidcClaims';
import type { OidcRefusal } from './oidcFailure';
import { lockPeople } from './personStore';
import { findUserByEmail, findUserById, recordSignIn, type UserRow } from './userStore';

/** How the sign-in reached us. */
export interface OidcContext {
  /** Who is signed in already in this browser: they may connect their own account. */
  signedInId: string | null;
  address: string | null;
}

export type OidcAdmission =
  | { kind: 'signedIn'; user: UserRow }
  | { kind: 'refused'; reason: OidcRefusal };

/** The address an account has at a provider, as it was told last; null: they are not connected. */
export async function findConnectedEmail(
  db: Database,
  userId: string,
  issuer: string,
): Promise<string | null> {
  const { rows } = await db.query<{ email: string }>(
    'SELECT email FROM oidc_identity WHERE user_id = $1 AND issuer = $2',
    [userId, issuer],
  );
  return rows[0]?.email ?? null;
}

class Refused extends Error {
  constructor(readonly reason: OidcRefusal) {
    super(reason);
  }
}

/**
 * Finds, connects or makes the account of somebody whom the provider vouches for, and gives it the
 * role of their groups. One transaction: refused, nothing is changed.
 *
 * @throws when the database is away
 */
export async function admitOidcPerson(
  pool: Pool,
  person: OidcPerson,
  context: OidcContext,
): Promise<OidcAdmission> {
  try {
    const user = await withTransaction(pool, async (db) => {
      await lockPeople(db); // also: of two first sign-ins at once, the second finds the account
      const found = await findAccount(db, person, context);
      if (found.disabledAt) throw new Refused('disabled');
      await applyRole(db, found, person, context);
      await noteUse(db, person);
      await recordSignIn(db, found.id);
      return { ...found, role: person.role };
    });
    return { kind: 'signedIn', user };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: error.reason };
    throw error;
  }
}

/** The subject decides; the address only where nobody has the account yet. */
async function findAccount(
  db: Database,
  person: OidcPerson,
  context: OidcContext,
): Promise<UserRow> {
  const { rows } = await db.query<{ userId: string }>(
    'SELECT user_id AS "userId" FROM oidc_identity WHERE issuer = $1 AND subject = $2',
    [person.issuer, person.subject],
  );
  const known = rows[0] && (await findUserById(db, rows[0].userId));
  if (known) return known;
  const namesake = await findUserByEmail(db, person.email);
  if (!namesake) return makeAccount(db, person, context);
  await connect(db, namesake, person, context);
  return namesake;
}

async function connect(
  db: Database,
  user: UserRow,
  person: OidcPerson,
  { signedInId, address }: OidcContext,
): Promise<void> {
  if (user.disabledAt) throw new Refused('disabled');
  if (user.passwordHash !== null && signedInId !== user.id) throw new Refused('password');
  const { rowCount } = await db.query(
    `INSERT INTO oidc_identity (issuer, subject, user_id, email) VALUES ($1, $2, $3, $4)
     ON CONFLICT (user_id, issuer) DO NOTHING`,
    [person.issuer, person.subject, user.id, person.email],
  );
  if (rowCount === 0) throw new Refused('taken');
  await recordAudit(db, {
    actor: { id: user.id, name: user.name, address },
    action: 'identity.connected',
    subject: user.email,
    after: { issuer: person.issuer },
  });
}

async function makeAccount(
  db: Database,
  person: OidcPerson,
  { address }: OidcContext,
): Promise<UserRow> {
  const { issuer, subject, email, name, role } = person;
  const id = randomUUID();
  await db.query('INSERT INTO app_user (id, email, name, role) VALUES ($1, $2, $3, $4)', [
    id,
    email,
    name,
    role,
  ]);
  await db.query(
    'INSERT INTO oidc_identity (issuer, subject, user_id, email) VALUES ($1, $2, $3, $4)',
    [issuer, subject, id, email],
  );
  // They came by another door than the link that was made for them.
  await db.query('DELETE FROM invitation WHERE email = $1', [email]);
  await recordAudit(db, {
    actor: { id, name, address },
    action: 'person.joined',
    subject: email,
    after: { role, issuer },
  });
  const user = await findUserById(db, id);
  if (!user) throw new Error('the account that was just made is not there');
  return user;
}

/** Groups decide the role at each sign-in, except that there always is an administrator. */
async function applyRole(
  db: Database,
  user: UserRow,
  { role, issuer }: OidcPerson,
  { address }: OidcContext,
): Promise<void> {
  const change = await setRole(db, user, role, { id: null, name: issuer, address });
  if (change.kind === 'lastAdmin') throw new Refused('lastAdmin');
}

async function noteUse(db: Database, { issuer, subject, email }: OidcPerson): Promise<void> {
  await db.query(
    `UPDATE oidc_identity SET last_used_at = now(), email = $3 WHERE issuer = $1 AND subject = $2`,
    [issuer, subject, email],
  );
}
