import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { auditDifferences } from './auditDifferences';
import { type AuditFilter, auditFilterSchema } from './auditFilter';
import { readAudit, readAuditActors, walkAudit } from './auditLogStore';
import { REFUSALS_A_MINUTE, recordSessionRefused, recordSessionStarted } from './auditSignIn';
import { recordAudit } from './auditStore';
import { exportAudit } from './exportAudit';

describe('reading the audit log', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
    // A day in Paris begins an hour before the day in UTC.
    await database.pool.query(
      `INSERT INTO audit_entry (at, actor_id, actor_name, action, subject, before, after, address)
       VALUES ('2026-11-22T22:30Z', 'u1', 'Ana Old', 'settings.saved', 'settings', '{"a": 1}', '{"a": 2}', '192.0.2.1'),
              ('2026-11-22T23:30Z', 'u1', 'Ana', 'job.paused', 'fetch-vehicles', NULL, NULL, '192.0.2.1'),
              ('2026-11-23T10:00Z', NULL, '', 'session.refused', '=cmd@example.org', NULL, '{"reason": "password"}', '2001:db8::1'),
              ('2026-11-23T11:00Z', 'u2', 'Bo', 'person.invited', '100%_sure@example.org', NULL, '{"role": "viewer"}', NULL)`,
    );
  });
  afterAll(() => database.close());

  const found = async (filter: Record<string, string>, beforeId: string | null = null) => {
    const parsed: AuditFilter = auditFilterSchema.parse(filter);
    const options = { timezone: 'Europe/Paris', beforeId, limit: 10 };
    return (await readAudit(database.pool, parsed, options)).map(({ action }) => action);
  };

  it('goes backwards from the newest, or from an entry', async () => {
    const all = ['person.invited', 'session.refused', 'job.paused', 'settings.saved'];
    expect(await found({})).toEqual(all);
    expect(await found({ who: '', q: '', from: '' })).toEqual(all);
    expect(await found({}, '3')).toEqual(['job.paused', 'settings.saved']);
  });

  it.each([
    [{ who: 'u1' }, ['job.paused', 'settings.saved']],
    [{ who: 'nobody' }, ['session.refused']],
    [{ action: 'job.paused' }, ['job.paused']],
    [{ from: '2026-11-23', to: '2026-11-23', who: 'u1' }, ['job.paused']],
    [{ to: '2026-11-22' }, ['settings.saved']],
    [{ q: '2001:DB8' }, ['session.refused']],
    [{ q: '100%_SURE' }, ['person.invited']],
    [{ q: '1%s' }, []],
    [{ q: 'viewer', action: 'job.paused' }, []],
  ])('keeps to %j', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it.each([{ action: 'nonsense' }, { from: '2026-13-01' }, { q: 'x'.repeat(201) }])(
    'refuses %j at the door',
    (filter) => expect(auditFilterSchema.safeParse(filter).success).toBe(false),
  );

  it('names people as they were last called', async () => {
    expect(await readAuditActors(database.pool)).toEqual([
      { id: 'u1', name: 'Ana' },
      { id: 'u2', name: 'Bo' },
    ]);
  });

  const exported = async (format: 'csv' | 'json', filter: AuditFilter, batch: number) => {
    let text = '';
    const batches = walkAudit(database.pool, filter, 'UTC', batch);
    for await (const piece of exportAudit(batches, format)) text += piece;
    return text;
  };

  it.each([1, 2, 3, 500])('exports all of it in batches of %d, with no formula', async (batch) => {
    const lines = (await exported('csv', {}, batch)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain("'=cmd@example.org");
    expect(lines[4]).toBe(
      '2026-11-22T22:30:00.000Z,Ana Old,u1,settings.saved,settings,"{""a"":1}","{""a"":2}",192.0.2.1,1',
    );
    const { entries } = JSON.parse(await exported('json', {}, batch));
    expect(entries.map(({ id }: { id: string }) => id)).toEqual(['4', '3', '2', '1']);
  });

  it('orders by number, not by text, over more entries than a batch', async () => {
    await database.pool.query(
      `INSERT INTO audit_entry (actor_name, action, subject)
       SELECT 'many', 'job.runAsked', 'x' FROM generate_series(1, 120)`,
    );
    const { entries } = JSON.parse(await exported('json', { q: 'many' }, 7));
    const ids = entries.map(({ id }: { id: string }) => Number(id));
    expect(ids).toHaveLength(120);
    expect(ids).toEqual(ids.toSorted((a: number, b: number) => b - a));
  });

  it('exports nothing as valid files', async () => {
    const nothing = { q: 'no such thing' };
    expect(JSON.parse(await exported('json', nothing, 2))).toEqual({ entries: [] });
    expect(await exported('csv', nothing, 2)).toMatch(/^at,actorName[^\n]*\r\n$/);
  });
});

describe('sign-ins in the audit log', () => {
  it('records who came in, and refusals at a bounded rate without a word of passwords', async () => {
    const database = await openTestDatabase();
    const { pool } = database;
    await pool.query(
      `INSERT INTO app_user (id, email, name, role) VALUES ('u1', 'ana@example.org', 'Ana', 'viewer')`,
    );
    await recordSessionStarted(pool, 'u1', '192.0.2.1');
    for (let attempt = 0; attempt < REFUSALS_A_MINUTE + 5; attempt++) {
      const subject = `guess-${attempt}@example.org`;
      await recordSessionRefused(pool, { subject, address: '192.0.2.9', reason: 'password' });
    }
    const { rows } = await pool.query(
      `SELECT action, min(actor_name) AS name, count(*)::int FROM audit_entry GROUP BY action ORDER BY 1`,
    );
    expect(rows).toEqual([
      { action: 'session.refused', name: '', count: REFUSALS_A_MINUTE },
      { action: 'session.started', name: 'Ana', count: 1 },
    ]);
    await database.close();
  });
});

describe('auditDifferences', () => {
  it('tells each field that differs, by its path, also where one side is missing', () => {
    expect(
      auditDifferences(
        { minBikes: 2, rush: { from: '07:00', days: [1, 2] }, same: true },
        { minBikes: 3, rush: { from: '07:00', days: [1] }, same: true, added: null },
      ),
    ).toEqual([
      { field: 'minBikes', before: '2', after: '3' },
      { field: 'rush.days', before: '1, 2', after: '1' },
      { field: 'added', before: undefined, after: 'null' },
    ]);
    expect(auditDifferences(null, null)).toEqual([]);
  });
});

it('writes an entry in the transaction it is given', async () => {
  const database = await openTestDatabase();
  const client = await database.pool.connect();
  await client.query('BEGIN');
  const actor = { id: null, name: 'launcher', address: null };
  await recordAudit(client, { actor, action: 'job.runAsked', subject: 'x' });
  await client.query('ROLLBACK');
  client.release();
  const options = { timezone: 'UTC', beforeId: null, limit: 5 };
  expect(await readAudit(database.pool, {}, options)).toEqual([]);
  await database.close();
});
