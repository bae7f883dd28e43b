import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/db/generated/enums';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createApiToken, findUserByApiToken } from './apiTokenStore';
import { changeRole, disablePerson, enablePerson } from './changePerson';
import { findInvitation, saveInvitation } from './invitationStore';
import { findReset, saveReset } from './resetStore';
import { findUserBySession, startSession } from './sessionStore';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
const actor = { id: 'root', name: 'Root', address: '192.0.2.1' };
const nowhere = { address: null, userAgent: null };

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE app_user CASCADE'));

let count = 0;
async function person(role: Role) {
  count += 1;
  const email = `person${count}@lime.example`;
  return db.prisma.user.create({ data: { email, name: 'P', role, passwordHash: 'x' } });
}
const activeAdmins = () => db.prisma.user.count({ where: { role: 'admin', disabledAt: null } });
async function audited(subject: string) {
  const { rows } = await db.pool.query(
    'SELECT actor_name, action, before, after FROM audit_entry WHERE subject = $1 ORDER BY id',
    [subject],
  );
  return rows;
}

describe('changeRole', () => {
  it('changes the role and says who did it, once', async () => {
    const { id, email } = await person('viewer');
    expect(await changeRole(db.pool, id, 'driver', actor)).toEqual({ kind: 'changed' });
    expect(await changeRole(db.pool, id, 'driver', actor)).toEqual({ kind: 'unchanged' });
    expect(await audited(email)).toEqual([
      {
        actor_name: 'Root',
        action: 'person.roleChanged',
        before: { role: 'viewer' },
        after: { role: 'driver' },
      },
    ]);
  });

  it('knows when nobody is there', async () => {
    expect(await changeRole(db.pool, 'nobody', 'driver', actor)).toEqual({ kind: 'gone' });
  });

  it('takes the links with it that a former admin issued', async () => {
    const [admin, other] = [await person('admin'), await person('admin')];
    const wanted = { email: 'new@lime.example', role: 'admin' } as const;
    const invitation = await saveInvitation(db.pool, wanted, admin.id);
    const reset = await saveReset(db.pool, other.id, admin.id);
    await changeRole(db.pool, admin.id, 'viewer', actor);
    expect(await findInvitation(db.pool, invitation.secret)).toBeNull();
    expect(await findReset(db.pool, reset.secret)).toBeNull();
  });
});

describe('disablePerson', () => {
  it('ends sessions, tokens and links, for good', async () => {
    const admin = await person('admin');
    const { id, email, sessionVersion } = await person('viewer');
    const session = await startSession(db.pool, { id, sessionVersion }, nowhere);
    const wanted = { name: 'n', scopes: ['stations.read'], validDays: null } as const;
    const { token } = await createApiToken(db.pool, id, wanted);
    const reset = await saveReset(db.pool, id, admin.id);

    expect(await disablePerson(db.pool, id, actor)).toEqual({ kind: 'changed' });
    expect(await disablePerson(db.pool, id, actor)).toEqual({ kind: 'unchanged' });
    expect(await enablePerson(db.pool, id, actor)).toEqual({ kind: 'changed' });
    expect(await enablePerson(db.pool, id, actor)).toEqual({ kind: 'unchanged' });
    expect(await findUserBySession(db.pool, session)).toBeNull();
    expect(await findUserByApiToken(db.pool, token)).toBeNull();
    expect(await findReset(db.pool, reset.secret)).toBeNull();
    expect(await audited(email)).toMatchObject([
      { action: 'person.disabled', after: { sessionsEnded: 1, tokensRevoked: 1 } },
      { action: 'person.enabled' },
    ]);
  });
});

describe('the last admin', () => {
  it('is neither disabled nor demoted, and nothing is recorded', async () => {
    const { id, email } = await person('admin');
    await db.prisma.user.update({
      where: { id: (await person('admin')).id },
      data: { disabledAt: new Date() },
    });
    expect(await changeRole(db.pool, id, 'viewer', actor)).toEqual({ kind: 'lastAdmin' });
    expect(await disablePerson(db.pool, id, actor)).toEqual({ kind: 'lastAdmin' });
    expect(await activeAdmins()).toBe(1);
    expect(await audited(email)).toEqual([]);
  });

  it('stays when all admins are removed at the same time, each in one of two ways', async () => {
    const admins = await Promise.all(Array.from({ length: 6 }, () => person('admin')));
    const outcomes = await Promise.all(
      admins.map(({ id }, i) =>
        i % 2 ? disablePerson(db.pool, id, actor) : changeRole(db.pool, id, 'viewer', actor),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'changed')).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'lastAdmin')).toHaveLength(1);
    expect(await activeAdmins()).toBe(1);
  });

  it('stays when somebody who knows nothing of this room demotes another admin', async () => {
    const [one, two] = [await person('admin'), await person('admin')];
    const other = await db.pool.connect();
    await other.query('BEGIN');
    await other.query(`UPDATE app_user SET role = 'viewer' WHERE id = $1`, [one.id]);
    const outcome = disablePerson(db.pool, two.id, actor);
    await other.query('COMMIT');
    other.release();
    expect(await outcome).toEqual({ kind: 'lastAdmin' });
    expect(await activeAdmins()).toBe(1);
  });
});
