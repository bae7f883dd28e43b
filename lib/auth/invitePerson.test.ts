import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { acceptInvitation } from './acceptInvitation';
import { MAX_FAILURES_PER_ADDRESS } from './attemptStore';
import { listInvitations } from './invitationStore';
import { invitePerson, type WantedInvitation, withdrawInvitation } from './invitePerson';
import { signIn } from './signIn';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let actor: { id: string; name: string; address: string };

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db?.close());
beforeEach(async () => {
  await db.pool.query('TRUNCATE app_user, sign_in_failure CASCADE');
  const admin = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'admin' },
  });
  actor = { id: admin.id, name: 'Ada', address: '192.0.2.1' };
});

const invite = (email: string, changes: Partial<WantedInvitation> = {}) =>
  invitePerson(db.pool, { email, role: 'dispatcher', isSureOfLookalike: false, ...changes }, actor);
async function invited(email: string): Promise<string> {
  const outcome = await invite(email);
  if (outcome.kind !== 'invited') throw new Error(outcome.kind);
  return outcome.secret;
}
const accept = (secret: string, changes: { name?: string; password?: string } = {}) =>
  acceptInvitation(db.pool, {
    secret,
    name: ' Bob  Lime ',
    password: 'a horse on a boat',
    locale: 'fr',
    address: '192.0.2.9',
    ...changes,
  });

describe('an invitation', () => {
  it('opens one account, with the role it was made for, and then nothing', async () => {
    const secret = await invited(' BOB@lime.example');
    expect(await accept(secret)).toEqual({ kind: 'opened', email: 'bob@lime.example' });
    expect(await accept(secret)).toEqual({ kind: 'dead' });
    const where = { email: 'bob@lime.example' };
    const bob = await db.prisma.user.findUniqueOrThrow({ where });
    expect(bob).toMatchObject({ name: 'Bob Lime', role: 'dispatcher', locale: 'fr' });
    const credentials = { ...where, password: 'a horse on a boat', address: '192.0.2.9' };
    expect(await signIn(db.pool, credentials)).toMatchObject({ kind: 'signedIn' });
  });

  it('opens one account when it is accepted many times at once', async () => {
    const secret = await invited('bob@lime.example');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => accept(secret)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
      ...['dead', 'dead', 'dead', 'dead'],
      'opened',
    ]);
  });

  it('is over after a week, when withdrawn, and when there is a newer one', async () => {
    const first = await invited('bob@lime.example');
    const second = await invited('bob@lime.example');
    expect(await accept(first)).toEqual({ kind: 'dead' });
    expect(await listInvitations(db.pool)).toHaveLength(1);

    const age = (interval: string) =>
      db.pool.query(`UPDATE invitation SET expires_at = expires_at - interval '${interval}'`);
    await age('6 days 23 hours 59 minutes');
    expect(await accept(second, { password: 'short' })).toMatchObject({ kind: 'invalid' });
    await age('1 minute');
    expect(await accept(second)).toEqual({ kind: 'dead' });

    const third = await invited('bob@lime.example');
    const [row] = await listInvitations(db.pool);
    expect(row).toMatchObject({ email: 'bob@lime.example', invitedBy: 'Ada' });
    expect(await withdrawInvitation(db.pool, row!.id, actor)).toEqual({ kind: 'withdrawn' });
    expect(await withdrawInvitation(db.pool, row!.id, actor)).toEqual({ kind: 'gone' });
    expect(await accept(third)).toEqual({ kind: 'dead' });
  });

  it('is not used up by a form that is not filled in right', async () => {
    const secret = await invited('bob@lime.example');
    expect(await accept(secret, { name: ' ', password: '123456789' })).toEqual({
      kind: 'invalid',
      errors: { name: 'nameMissing', password: 'passwordTooShort' },
    });
    expect(await accept(secret)).toMatchObject({ kind: 'opened' });
  });

  it('is recorded without its secret, which is kept nowhere', async () => {
    const secret = await invited('bob@lime.example');
    await accept(secret);
    await invited('eve@lime.example');
    const { rows } = await db.pool.query('SELECT * FROM audit_entry ORDER BY id');
    expect(rows.slice(-3)).toMatchObject([
      { action: 'person.invited', actor_name: 'Ada', subject: 'bob@lime.example' },
      { action: 'person.joined', actor_name: 'Bob Lime', address: '192.0.2.9' },
      { action: 'person.invited', subject: 'eve@lime.example', after: { role: 'dispatcher' } },
    ]);
    const kept = await db.pool.query('SELECT * FROM invitation');
    expect(JSON.stringify([rows, kept.rows])).not.toContain(secret);
  });

  it('cannot be guessed by the thousand', async () => {
    const secret = await invited('bob@lime.example');
    for (let i = 0; i < MAX_FAILURES_PER_ADDRESS; i += 1) {
      expect(await accept(`guess ${i}`)).toEqual({ kind: 'dead' });
    }
    expect(await accept(secret)).toEqual({ kind: 'tooMany', waitMin: 15 });
  });
});

describe('who may be invited', () => {
  it('is nobody who has an account', async () => {
    expect(await invite('ADA@lime.example')).toEqual({ kind: 'known', email: 'ada@lime.example' });
  });

  it('is no address that is none', async () => {
    expect(await invite('bob')).toEqual({ kind: 'emailInvalid' });
    expect(await invite('rené@lime.example')).toEqual({ kind: 'foreignLetters', letters: 'é' });
  });

  it('is nobody who would be taken for a colleague', async () => {
    const like = { kind: 'lookalike', like: 'ada@lime.example', canBeSure: false };
    expect(await invite('аda@lime.example')).toEqual(like);
    expect(await invite('аda@lime.example', { isSureOfLookalike: true })).toEqual(like);
    expect(await invite('ada@xn--lme-jhd.example')).toEqual(like);
    await invited('bob1@lime.example');
    expect(await invite('bobl@lime.example')).toMatchObject({ canBeSure: true });
    const sure = await invite('bobl@lime.example', { isSureOfLookalike: true });
    expect(sure).toMatchObject({ kind: 'invited' });
  });
});
