import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { MAX_FAILURES_PER_ACCOUNT, MAX_FAILURES_PER_ADDRESS } from './attemptStore';
import { hashPassword } from './password';
import { signIn } from './signIn';

let db: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  db = await openTestDatabase();
  const passwordHash = await hashPassword('right');
  const user = (email: string, disabledAt: Date | null) =>
    db.prisma.user.create({
      data: { email, name: email, role: 'viewer', passwordHash, disabledAt },
    });
  await user('ada@lime.example', null);
  await user('bob@lime.example', null);
  await user('gone@lime.example', new Date());
  await db.prisma.user.create({
    data: { email: 'sso@lime.example', name: 'sso', role: 'viewer', passwordHash: null },
  });
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE sign_in_failure'));

const attempt = (email: string, password: string, address = '192.0.2.1') =>
  signIn(db.pool, { email, password, address });

async function failTimes(
  count: number,
  email: (i: number) => string,
  address?: (i: number) => string,
) {
  for (let i = 0; i < count; i++) await attempt(email(i), 'wrong', address?.(i));
}

describe('signIn', () => {
  it('lets the right password in, in any spelling of the address', async () => {
    const outcome = await attempt(' ADA@lime.example', 'right');
    expect(outcome).toMatchObject({ kind: 'signedIn', user: { email: 'ada@lime.example' } });
    const { lastSeenAt } = await db.prisma.user.findUniqueOrThrow({
      where: { email: 'ada@lime.example' },
    });
    expect(lastSeenAt).not.toBeNull();
  });

  it('gives one answer to a wrong password, an unknown, disabled or foreign account, and nonsense', async () => {
    for (const [email, password] of [
      ['ada@lime.example', 'wrong'],
      ['nobody@lime.example', 'right'],
      ['gone@lime.example', 'right'],
      ['sso@lime.example', ''],
      ['not an address', 'right'],
      ['', ''],
    ] as const) {
      expect(await attempt(email, password), email).toEqual({ kind: 'refused' });
    }
  });

  it.each(['ada@lime.example', 'nobody@lime.example', 'not an address'])(
    'closes %s after the failures an account may have, even to the right password',
    async (email) => {
      await failTimes(
        MAX_FAILURES_PER_ACCOUNT,
        () => email,
        (i) => `192.0.2.${i}`,
      );
      expect(await attempt(email, 'right', '198.51.100.9')).toEqual({
        kind: 'tooMany',
        waitMin: 15,
      });
    },
  );

  it('counts spellings of one address as one account', async () => {
    await failTimes(MAX_FAILURES_PER_ACCOUNT, (i) =>
      i % 2 ? 'ADA@lime.example' : 'ada@LIME.example ',
    );
    expect(await attempt('ada@lime.example', 'right')).toMatchObject({ kind: 'tooMany' });
  });

  it('closes a network address after its failures, for every account, and no other address', async () => {
    await failTimes(MAX_FAILURES_PER_ADDRESS, (i) => `user${i}@lime.example`);
    expect(await attempt('ada@lime.example', 'right')).toMatchObject({ kind: 'tooMany' });
    expect(await attempt('ada@lime.example', 'right', '192.0.2.2')).toMatchObject({
      kind: 'signedIn',
    });
  });

  it('counts a whole IPv6 /64 as one address, however it is written', async () => {
    const address = (i: number) => (i % 2 ? `2001:db8:0:7::${i}` : `2001:0DB8::0007:0:0:1:${i}`);
    await failTimes(MAX_FAILURES_PER_ADDRESS, (i) => `user${i}@lime.example`, address);
    expect(await attempt('ada@lime.example', 'right', '2001:db8:0:7:ffff::1')).toMatchObject({
      kind: 'tooMany',
    });
    expect(await attempt('ada@lime.example', 'right', '2001:db8:0:8::1')).toMatchObject({
      kind: 'signedIn',
    });
  });

  it('opens again when the failures are a quarter of an hour old', async () => {
    await failTimes(MAX_FAILURES_PER_ACCOUNT, () => 'ada@lime.example');
    await db.pool.query(`UPDATE sign_in_failure SET at = at - interval '14 minutes'`);
    expect(await attempt('ada@lime.example', 'right')).toEqual({ kind: 'tooMany', waitMin: 1 });
    await db.pool.query(`UPDATE sign_in_failure SET at = at - interval '61 seconds'`);
    expect(await attempt('ada@lime.example', 'right')).toMatchObject({ kind: 'signedIn' });
    expect((await db.pool.query('SELECT * FROM sign_in_failure')).rows).toEqual([]);
  });

  it('starts an account anew after a success, but not the other failures of the address', async () => {
    await failTimes(MAX_FAILURES_PER_ACCOUNT - 1, () => 'ada@lime.example');
    await failTimes(3, () => 'bob@lime.example');
    expect(await attempt('ada@lime.example', 'right')).toMatchObject({ kind: 'signedIn' });
    const { rows } = await db.pool.query<{ kind: string; count: number }>(
      `SELECT split_part(subject, ':', 1) AS kind, count(*)::int FROM sign_in_failure GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { kind: 'account', count: 3 },
      { kind: 'address', count: MAX_FAILURES_PER_ACCOUNT - 1 + 3 },
    ]);
  });

  it('does not let simultaneous attempts overtake the limit', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 15 }, () => attempt('ada@lime.example', 'wrong')),
    );
    const judged = outcomes.filter((outcome) => outcome.kind === 'refused');
    expect(judged).toHaveLength(MAX_FAILURES_PER_ACCOUNT);
  });

  it('keeps no e-mail address of a failed attempt', async () => {
    await attempt('ada@lime.example', 'wrong');
    const { rows } = await db.pool.query<{ subject: string }>(
      'SELECT subject FROM sign_in_failure',
    );
    expect(rows.map((row) => row.subject).join()).not.toContain('ada');
  });
});
