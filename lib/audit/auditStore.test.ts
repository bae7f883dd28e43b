import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { recordAudit } from './auditStore';

describe('the audit log', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('keeps who did what to what, from where, before and after', async () => {
    await recordAudit(database.pool, {
      actor: { id: 'u1', name: 'Ana', address: '192.0.2.7' },
      action: 'settings.saved',
      subject: 'settings',
      before: { minTarget: 2 },
      after: { minTarget: 3 },
    });
    const { rows } = await database.pool.query('SELECT * FROM audit_entry');
    expect(rows).toMatchObject([
      {
        actor_id: 'u1',
        actor_name: 'Ana',
        action: 'settings.saved',
        subject: 'settings',
        before: { minTarget: 2 },
        after: { minTarget: 3 },
        address: '192.0.2.7',
      },
    ]);
  });

  it.each([
    'UPDATE audit_entry SET subject = $$x$$',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ])('refuses %s', async (sql) => {
    await expect(database.pool.query(sql)).rejects.toThrow('append-only');
  });
});
