import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/db/generated/enums';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { OidcPerson } from './judgeOidcClaims';
import { admitOidcPerson } from './oidcIdentityStore';

const ADA: OidcPerson = {
  issuer: 'https://login.example.org',
  subject: 's-ada',
  email: 'ada@lime.example',
  name: 'Ada',
  role: 'dispatcher',
};
let db: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE app_user CASCADE'));

const admit = (person: Partial<OidcPerson> = {}, signedInId: string | null = null) =>
  admitOidcPerson(db.pool, { ...ADA, ...person }, { signedInId, address: '192.0.2.7' });
const account = (role: Role, given: Partial<{ email: string; passwordHash: string }> = {}) =>
  db.prisma.user.create({ data: { email: ADA.email, name: 'Ada here', role, ...given } });
const newestAudit = () =>
  db.prisma.auditEntry
    .findFirstOrThrow({ orderBy: { id: 'desc' } })
    .then(({ action, actorName, before, after, address }) => ({
      action,
      actorName,
      before,
      after,
      address,
    }));

describe('admitOidcPerson', () => {
  it('makes an account at the first sign-in and finds it by its subject from then on', async () => {
    const first = await admit();
    expect(first).toMatchObject({
      kind: 'signedIn',
      user: { email: ADA.email, name: 'Ada', role: 'dispatcher', passwordHash: null },
    });
    expect(await newestAudit()).toMatchObject({ action: 'person.joined', address: '192.0.2.7' });
    const renamed = await admit({ email: 'ada.king@lime.example' });
    expect(renamed).toMatchObject({ user: { email: ADA.email } });
    expect(await db.prisma.user.count()).toBe(1);
    expect(await db.prisma.oidcIdentity.findFirst()).toMatchObject({
      email: 'ada.king@lime.example',
    });
  });

  it('makes one account when the first sign-in comes twice at once', async () => {
    const outcomes = await Promise.all([admit(), admit(), admit()]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['signedIn', 'signedIn', 'signedIn']);
    expect(await db.prisma.user.count()).toBe(1);
  });

  it('does not take over an account with a password, but lets its owner connect it', async () => {
    const { id } = await account('dispatcher', { passwordHash: 'x' });
    const other = await account('viewer', { email: 'eve@lime.example', passwordHash: 'x' });
    expect(await admit()).toEqual({ kind: 'refused', reason: 'password' });
    expect(await admit({}, other.id)).toEqual({ kind: 'refused', reason: 'password' });
    expect(await db.prisma.oidcIdentity.count()).toBe(0);
    expect(await admit({}, id)).toMatchObject({ kind: 'signedIn', user: { id } });
    expect(await newestAudit()).toMatchObject({ action: 'identity.connected' });
    expect(await admit()).toMatchObject({ kind: 'signedIn', user: { id } });
  });

  it('takes an account without a password that nobody has yet, and no other', async () => {
    const { id } = await account('dispatcher');
    expect(await admit()).toMatchObject({ user: { id } });
    expect(await admit({ subject: 's-other' })).toEqual({ kind: 'refused', reason: 'taken' });
    const elsewhere = { issuer: 'https://other.example', subject: 's-ada' };
    expect(await admit(elsewhere)).toMatchObject({ user: { id } });
  });

  it('keeps a disabled account out, known or not, and changes nothing of it', async () => {
    const { id } = await account('dispatcher');
    await admit();
    await db.prisma.user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await admit({ role: 'admin' })).toEqual({ kind: 'refused', reason: 'disabled' });
    await db.prisma.oidcIdentity.deleteMany();
    expect(await admit({ role: 'admin' })).toEqual({ kind: 'refused', reason: 'disabled' });
    expect(await db.prisma.oidcIdentity.count()).toBe(0);
    expect(await db.prisma.user.findFirst()).toMatchObject({ role: 'dispatcher' });
  });

  it('gives the role of the groups at each sign-in, up and down, and records it', async () => {
    await account('admin', { email: 'boss@lime.example' });
    await admit();
    expect(await admit({ role: 'admin' })).toMatchObject({ user: { role: 'admin' } });
    expect(await admit({ role: 'viewer' })).toMatchObject({ user: { role: 'viewer' } });
    expect(await newestAudit()).toEqual({
      action: 'person.roleChanged',
      actorName: ADA.issuer,
      before: { role: 'admin' },
      after: { role: 'viewer' },
      address: '192.0.2.7',
    });
  });

  it('refuses to demote the last administrator, also when two lose their groups at once', async () => {
    await admit({ role: 'admin' });
    expect(await admit({ role: 'viewer' })).toEqual({ kind: 'refused', reason: 'lastAdmin' });
    const bob = { subject: 's-bob', email: 'bob@lime.example' };
    await admit({ ...bob, role: 'admin' });
    const outcomes = await Promise.all([
      admit({ role: 'viewer' }),
      admit({ ...bob, role: 'viewer' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['refused', 'signedIn']);
    expect(await db.prisma.user.count({ where: { role: 'admin' } })).toBe(1);
  });

  it('withdraws the invitation of somebody who came by this door', async () => {
    const boss = await account('admin', { email: 'boss@lime.example' });
    await db.prisma.invitation.create({
      data: {
        id: 'i1',
        email: ADA.email,
        role: 'admin',
        tokenSha256: 'x',
        invitedById: boss.id,
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    expect(await admit()).toMatchObject({ user: { role: 'dispatcher' } });
    expect(await db.prisma.invitation.count()).toBe(0);
  });
});
