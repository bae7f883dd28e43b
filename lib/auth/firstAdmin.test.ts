import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { makeFirstAdmin } from './firstAdmin';
import { signIn } from './signIn';

let db: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE app_user, sign_in_failure CASCADE'));

const make = (email = 'admin@limelight.local', givenPassword: string | null = null) =>
  makeFirstAdmin(db.pool, { email, givenPassword, makeUpPassword: () => 'made-up-password' });

describe('makeFirstAdmin', () => {
  it('makes an admin who can sign in with the password it tells once', async () => {
    const first = await make();
    expect(first).toEqual({
      email: 'admin@limelight.local',
      password: 'made-up-password',
      created: true,
    });
    const outcome = await signIn(db.pool, {
      email: first.email,
      password: first.password!,
      address: '192.0.2.1',
    });
    expect(outcome).toMatchObject({ kind: 'signedIn', user: { role: 'admin' } });
    expect(await make()).toEqual({
      email: 'admin@limelight.local',
      password: null,
      created: false,
    });
  });

  it('takes a given address and password, and does not repeat the password', async () => {
    expect(await make('Ops@Lime.example', 'correct horse')).toEqual({
      email: 'ops@lime.example',
      password: null,
      created: true,
    });
    expect(
      await signIn(db.pool, { email: 'ops@lime.example', password: 'correct horse', address: 'x' }),
    ).toMatchObject({ kind: 'signedIn' });
  });

  it('makes one when many start at once', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map((i) => make(`admin${i}@lime.example`)));
    expect(outcomes.filter((outcome) => outcome.created)).toHaveLength(1);
    expect(await db.prisma.user.count()).toBe(1);
  });

  it('makes another when the only admin is disabled, but never changes an account', async () => {
    await make();
    await db.prisma.user.updateMany({ data: { disabledAt: new Date() } });
    await expect(make()).rejects.toThrow('belongs to an account that is no admin');
    expect(await make('second@lime.example')).toMatchObject({ created: true });
  });

  it('refuses what is no address and short passwords, in words', async () => {
    await expect(make('admin')).rejects.toThrow('ADMIN_EMAIL is not an e-mail address');
    await expect(make('a@lime.example', 'short')).rejects.toThrow('at least 10 characters');
  });
});
