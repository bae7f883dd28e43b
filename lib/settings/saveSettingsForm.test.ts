import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditActor } from '@/lib/audit/auditStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { revertSettings, saveSettingsForm } from './saveSettingsForm';
import { defaultSettings } from './settings';
import { draftOf } from './settingsDraft';
import { listVersions, readSettings } from './settingsStore';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let author: AuditActor;

beforeAll(async () => {
  db = await openTestDatabase();
  const { id, name } = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'admin' },
  });
  author = { id, name, address: null };
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE settings_version'));

const RUSH = { windowId: 'rush', name: 'Rush', days: [1, 2], from: '07:00', to: '10:00' };
const IN_RUSH = { districtId: '9', windowId: 'rush', values: { minBikes: '5' } };

function post(values: Record<string, string | number>, baseVersion = 0) {
  const form = new FormData();
  const shown = draftOf(defaultSettings).values;
  for (const [name, value] of Object.entries({
    ...shown,
    reason: 'winter',
    baseVersion,
    ...values,
  }))
    form.set(name, String(value));
  return saveSettingsForm(db.pool, 'velib', author, form);
}

describe('saveSettingsForm', () => {
  it('saves what was typed, with author and reason', async () => {
    const answer = await post({ targetRatio: '25' });
    expect(answer).toEqual({ kind: 'saved', version: expect.any(Number) });
    const [version] = await listVersions(db.pool, 'velib');
    expect(version).toMatchObject({
      author: 'Ada',
      reason: 'winter',
      settings: { targetRatio: 0.25 },
    });
  });

  it('saves windows, and thresholds by place and time', async () => {
    await post({ windows: JSON.stringify([RUSH]), overrides: JSON.stringify([IN_RUSH]) });
    const { settings } = await readSettings(db.pool, 'velib');
    expect(settings.windows).toEqual([
      { windowId: 'rush', name: 'Rush', days: [1, 2], fromMin: 420, toMin: 600 },
    ]);
    expect(settings.overrides).toEqual([{ ...IN_RUSH, values: { minBikes: 5 } }]);
  });

  it('makes no version of nothing', async () => {
    expect(await post({})).toEqual({ kind: 'unchanged' });
    expect(await listVersions(db.pool, 'velib')).toEqual([]);
  });

  it('saves nothing while anything is wrong', async () => {
    const answer = await post({ minBikes: '9', walkRadiusM: 'far' });
    expect(answer).toEqual({ kind: 'invalid', errors: { fields: { walkRadiusM: 'notNumber' } } });
    expect(await listVersions(db.pool, 'velib')).toEqual([]);
  });

  it.each(['{', '[{"windowId":"<b>"}]', '{"a":1}'])('takes no windows of %j', async (windows) => {
    expect(await post({ windows })).toEqual({ kind: 'malformed' });
  });

  it('shows the numbers of whoever saved in between, and saves on top of them when asked again', async () => {
    const first = (await post({ targetRatio: '25' })) as { version: number };
    const late = await post({ minBikes: '9' });
    expect(late).toMatchObject({
      kind: 'conflict',
      version: first.version,
      author: 'Ada',
      reason: 'winter',
      theirs: { values: { targetRatio: '25', minBikes: '3' } },
    });
    expect(await post({ minBikes: '9' }, first.version)).toMatchObject({ kind: 'saved' });
  });

  it.each(['', 'abc', '-1', '1.5'])(
    'takes a base version of %j for a stale form',
    async (baseVersion) => {
      await post({ minBikes: '9' });
      expect(await post({ minBikes: '8', baseVersion })).toMatchObject({ kind: 'conflict' });
    },
  );
});

describe('revertSettings', () => {
  const revert = (version: number, baseVersion: number, reason = 'it was better') =>
    revertSettings(db.pool, 'velib', author, { version, baseVersion, reason });

  it('makes a new version of an earlier one, and records it as that', async () => {
    const first = (await post({ minBikes: '9' })) as { version: number };
    const second = (await post({ minBikes: '8' }, first.version)) as { version: number };
    const answer = await revert(first.version, second.version);
    expect(answer).toEqual({ kind: 'saved', version: expect.any(Number) });
    expect((await readSettings(db.pool, 'velib')).settings.minBikes).toBe(9);
    expect(await listVersions(db.pool, 'velib')).toHaveLength(3);
    const { rows } = await db.pool.query(
      `SELECT action, after FROM audit_entry ORDER BY id DESC LIMIT 1`,
    );
    expect(rows[0]).toMatchObject({
      action: 'settings.reverted',
      after: { minBikes: 9, revertsTo: first.version, reason: 'it was better' },
    });
  });

  it('goes back to the built-in values', async () => {
    const { version } = (await post({ minBikes: '9' })) as { version: number };
    expect(await revert(0, version)).toMatchObject({ kind: 'saved' });
    expect((await readSettings(db.pool, 'velib')).settings).toEqual(defaultSettings);
  });

  it('does nothing without a reason, to what is in force, over a newer version, or of none', async () => {
    const { version } = (await post({ minBikes: '9' })) as { version: number };
    expect(await revert(0, version, ' ')).toEqual({ kind: 'invalid', reason: 'reasonMissing' });
    expect(await revert(version, version)).toEqual({ kind: 'unchanged' });
    expect(await revert(0, 0)).toEqual({ kind: 'stale' });
    expect(await revert(version + 1, version)).toEqual({ kind: 'gone' });
    expect(await listVersions(db.pool, 'velib')).toHaveLength(1);
  });
});
