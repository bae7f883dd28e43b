import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { MAX_FAILURES_PER_ACCOUNT } from './attemptStore';
import { changePassword } from './changePassword';
import { disablePerson } from './changePerson';
import { hashPassword } from './password';
import { issueReset, resetPassword } from './resetPassword';
import { findUserBySession, startSession } from './sessionStore';
import type { SessionClaims } from './sessionToken';
import { signIn } from './signIn';

const OLD = 'a horse on a boat';
const NEW = 'a boat on a horse';
const address = '192.0.2.9';
const email = 'bob@lime.example';
let db: Awaited<ReturnType<typeof openTestDatabase>>;
let oldHash: string;
let actor: { id: string; name: string; address: string };
let bob: { id: string; sessionVersion: number };

beforeAll(async () => {
  db = await openTestDatabase();
  oldHash = await hashPassword(OLD);
});
afterAll(() => db?.close());
beforeEach(async () => {
  await db.pool.query('TRUNCATE app_user, sign_in_failure CASCADE');
  const admin = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'admin' },
  });
  actor = { id: admin.id, name: 'Ada', address: '192.0.2.1' };
  bob = await db.prisma.user.create({
    data: { email, name: 'Bob', role: 'driver', passwordHash: oldHash },
  });
});

async function issued(): Promise<string> {
  const outcome = await issueReset(db.pool, bob.id, actor);
  if (outcome.kind !== 'issued') throw new Error(outcome.kind);
  return outcome.secret;
}
const start = () => startSession(db.pool, bob, { address: null, userAgent: null });
const isGood = async (session: SessionClaims) =>
  (await findUserBySession(db.pool, session)) !== null;
const reset = (secret: string, password = NEW) =>
  resetPassword(db.pool, { secret, password, address });
const signInWith = async (password: string) =>
  (await signIn(db.pool, { email, password, address })).kind;

describe('a reset link', () => {
  it('gives a new password once, ends every session, and lets in who was locked out', async () => {
    const session = await start();
    for (let i = 0; i < MAX_FAILURES_PER_ACCOUNT; i += 1) await signInWith('forgotten');
    const secret = await issued();
    expect(await isGood(session)).toBe(true);
    expect(await reset(secret)).toEqual({ kind: 'opened', email });
    expect(await reset(secret)).toEqual({ kind: 'dead' });
    expect(await isGood(session)).toBe(false);
    expect(await signInWith(NEW)).toBe('signedIn');
    expect(await signInWith(OLD)).toBe('refused');
  });

  it('works once when it is used many times at once', async () => {
    const secret = await issued();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => reset(secret)));
    expect(outcomes.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
  });

  it('is over after an hour, when replaced, and with the account', async () => {
    const first = await issued();
    const second = await issued();
    expect(await reset(first)).toEqual({ kind: 'dead' });
    expect(await reset(second, 'short')).toEqual({
      kind: 'invalid',
      errors: { password: 'passwordTooShort' },
    });
    await db.pool.query(`UPDATE password_reset SET expires_at = expires_at - interval '1 hour'`);
    expect(await reset(second)).toEqual({ kind: 'dead' });
    const third = await issued();
    await disablePerson(db.pool, bob.id, actor);
    expect(await reset(third)).toEqual({ kind: 'dead' });
    expect(await issueReset(db.pool, bob.id, actor)).toEqual({ kind: 'gone' });
  });

  it('is not to be had for those who sign in elsewhere', async () => {
    await db.prisma.user.update({ where: { id: bob.id }, data: { passwordHash: null } });
    expect(await issueReset(db.pool, bob.id, actor)).toEqual({ kind: 'noPassword' });
  });
});

describe('changing one’s own password', () => {
  const change = (session: SessionClaims, current = OLD, next = NEW) =>
    changePassword(db.pool, session, { current, next }, { id: bob.id, name: 'Bob', address });

  it('asks for the current one and ends the other sessions', async () => {
    const [here, there] = [await start(), await start()];
    const link = await issued();
    expect(await change(here, 'wrong')).toEqual({ kind: 'wrong' });
    expect(await change(here)).toEqual({ kind: 'changed', sessionsEnded: 1 });
    expect([await isGood(here), await isGood(there)]).toEqual([true, false]);
    expect(await reset(link)).toEqual({ kind: 'dead' });
    expect(await signInWith(NEW)).toBe('signedIn');
    expect(await signInWith(OLD)).toBe('refused');
  });

  it('refuses what is too short, and those who have none', async () => {
    const session = await start();
    expect(await change(session, OLD, '123456789')).toEqual({
      kind: 'invalid',
      error: 'passwordTooShort',
    });
    await db.prisma.user.update({ where: { id: bob.id }, data: { passwordHash: null } });
    expect(await change(session)).toEqual({ kind: 'noPassword' });
  });

  it('counts wrong guesses like failed sign-ins', async () => {
    const session = await start();
    for (let i = 0; i < MAX_FAILURES_PER_ACCOUNT; i += 1) await change(session, `guess ${i}`);
    expect(await change(session)).toEqual({ kind: 'tooMany', waitMin: 15 });
    expect(await signInWith(OLD)).toBe('tooMany');
  });

  it('keeps no password in the audit log', async () => {
    await change(await start());
    const { rows } = await db.pool.query('SELECT * FROM audit_entry');
    expect(rows.at(-1)).toMatchObject({ action: 'password.changed', subject: email });
    expect(JSON.stringify(rows)).not.toContain(NEW);
    expect(JSON.stringify(rows)).not.toContain('argon2');
  });
});
