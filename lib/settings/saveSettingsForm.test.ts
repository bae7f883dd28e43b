import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { saveSettingsForm } from './saveSettingsForm';
import { shownSettings } from './settingFields';
import { defaultSettings } from './settings';
import { listVersions } from './settingsStore';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let authorId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const author = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'admin' },
  });
  authorId = author.id;
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE settings_version'));

function post(values: Record<string, string | number>, baseVersion = 0) {
  const form = new FormData();
  const all = { ...shownSettings(defaultSettings), reason: 'winter', baseVersion, ...values };
  for (const [name, value] of Object.entries(all)) form.set(name, String(value));
  return saveSettingsForm(db.pool, 'velib', authorId, form);
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

  it('makes no version of nothing', async () => {
    expect(await post({})).toEqual({ kind: 'unchanged' });
    expect(await listVersions(db.pool, 'velib')).toEqual([]);
  });

  it('saves nothing while anything is wrong', async () => {
    const answer = await post({ minBikes: '9', walkRadiusM: 'far' });
    expect(answer).toEqual({ kind: 'invalid', errors: { settings: { walkRadiusM: 'notNumber' } } });
    expect(await listVersions(db.pool, 'velib')).toEqual([]);
  });

  it('shows the numbers of whoever saved in between, and saves on top of them when asked again', async () => {
    const first = (await post({ targetRatio: '25' })) as { version: number };
    const late = await post({ minBikes: '9' });
    expect(late).toMatchObject({
      kind: 'conflict',
      version: first.version,
      theirs: { targetRatio: 25, minBikes: 3 },
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
