import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { unsealSecret } from '@/lib/webhooks/sealedSecret';
import { MAX_RULES, type RuleDraft } from './alertCondition';
import { defaultAlertPreference } from './alertPreference';
import { askForTest, saveOwnPreference } from './deliveryChangeStore';
import { readPreference } from './preferenceStore';
import { removeOwnRule, saveOwnRule } from './ruleChangeStore';
import { listOwnRules } from './ruleStore';
import { anyEmpty } from './testAlerts';

const KEY = 'k'.repeat(43);
const draft: RuleDraft = { name: 'Mine', isEnabled: true, condition: anyEmpty };
const ownerOf = (userId: string) => ({
  ...{ systemId: 'paris', userId },
  actor: { id: userId, name: userId, address: '192.0.2.1' },
});

let db: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.pool.query('TRUNCATE app_user CASCADE');
  for (const id of ['u1', 'u2'])
    await db.pool.query(
      `INSERT INTO app_user (id, email, name, role) VALUES ($1, $1 || '@example.org', $1, 'viewer')`,
      [id],
    );
});

const rulesOf = (userId: string) => listOwnRules(db.pool, 'paris', userId);
async function auditOf(actorId: string) {
  const { rows } = await db.pool.query<{ action: string; text: string }>(
    `SELECT action, concat(subject, before, after) AS text FROM audit_entry
      WHERE actor_id = $1 AND at >= now() - interval '1 minute' ORDER BY id DESC`,
    [actorId],
  );
  return rows;
}

describe('rules', () => {
  test('nobody changes or removes another’s', async () => {
    await saveOwnRule(db.pool, ownerOf('u1'), null, draft);
    const [rule] = await rulesOf('u1');
    const stolen = { ...draft, name: 'Stolen' };
    expect(await saveOwnRule(db.pool, ownerOf('u2'), rule!.ruleId, stolen)).toBe('gone');
    await removeOwnRule(db.pool, ownerOf('u2'), rule!.ruleId);
    expect(await rulesOf('u1')).toEqual([rule]);
    expect(await rulesOf('u2')).toEqual([]);
    expect(await auditOf('u2')).toEqual([]);
  });

  test('are so many and no more, also when two are added at once', async () => {
    for (let i = 1; i < MAX_RULES; i++) await saveOwnRule(db.pool, ownerOf('u1'), null, draft);
    const last = await Promise.all(
      [1, 2, 3].map(() => saveOwnRule(db.pool, ownerOf('u1'), null, draft)),
    );
    expect(last.sort()).toEqual(['saved', 'tooMany', 'tooMany']);
    expect(await rulesOf('u1')).toHaveLength(MAX_RULES);
  });

  test('that look for something else begin anew, renamed ones go on', async () => {
    await saveOwnRule(db.pool, ownerOf('u1'), null, draft);
    const ruleId = (await rulesOf('u1'))[0]!.ruleId;
    await db.pool.query(
      `INSERT INTO alert_rule_state VALUES ($1, now(), '{"a": {"sinceMs": 1, "raisedMs": 2}}')`,
      [ruleId],
    );
    await saveOwnRule(db.pool, ownerOf('u1'), ruleId, { ...draft, name: 'Renamed' });
    expect(await rulesOf('u1')).toMatchObject([{ name: 'Renamed', openCount: 1 }]);
    const graver = { ...draft, condition: { ...anyEmpty, lastingMin: 9 } };
    await saveOwnRule(db.pool, ownerOf('u1'), ruleId, graver);
    expect(await rulesOf('u1')).toMatchObject([{ openCount: 0 }]);
  });
});

describe('delivery', () => {
  const webhookUrl = 'https://hooks.example.org/very-secret-path';
  const save = (part: object, renewSecret = false) =>
    saveOwnPreference(db.pool, {
      ...{ userId: 'u1', actor: ownerOf('u1').actor, renewSecret, sealingKey: KEY },
      preference: { ...defaultAlertPreference, ...part },
    });
  const stored = async () => {
    const { rows } = await db.pool.query<{ secret: string | null }>(
      `SELECT webhook_secret AS secret FROM alert_preference WHERE user_id = 'u1'`,
    );
    return rows[0]!.secret;
  };

  test('a secret is made for an address, kept with it, and never written down in words', async () => {
    const secret = await save({ webhookUrl });
    expect(unsealSecret((await stored())!, KEY)).toBe(secret);
    expect(await save({ webhookUrl, digestEveryMin: 20 })).toBeNull();
    expect(unsealSecret((await stored())!, KEY)).toBe(secret);
    const renewed = await save({ webhookUrl }, true);
    expect(renewed).not.toBe(secret);
    const moved = await save({ webhookUrl: `${webhookUrl}/2` });
    expect(moved).not.toBe(renewed);
    expect(await save({ webhookUrl: null })).toBeNull();
    expect(await stored()).toBeNull();

    const audit = (await auditOf('u1')).map(({ text }) => text).join();
    expect(audit).toContain('hooks.example.org');
    for (const hidden of [secret!, renewed!, 'very-secret-path'])
      expect(audit).not.toContain(hidden);
  });

  test('a test goes to a channel that is there, five times in ten minutes', async () => {
    const ask = (nowAt: Date) =>
      askForTest(
        db.pool,
        { systemId: 'paris', userId: 'u1', channel: 'webhook', hasMail: false },
        nowAt,
      );
    const nowAt = new Date('2026-11-23T08:00:00Z');
    expect(await ask(nowAt)).toBe('unavailable');
    await save({ webhookUrl });
    for (let i = 0; i < 5; i++) expect(await ask(nowAt)).toBe('queued');
    expect(await ask(nowAt)).toBe('tooMany');
    expect(await ask(new Date(nowAt.getTime() + 10 * 60_000))).toBe('queued');
  });

  test('is the default for whoever never said anything', async () => {
    expect(await readPreference(db.pool, 'u2')).toEqual(defaultAlertPreference);
  });
});
