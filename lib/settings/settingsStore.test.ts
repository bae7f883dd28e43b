import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditActor } from '@/lib/audit/auditStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { LIVE_CHANNEL } from '@/lib/stations/liveChannel';
import { defaultSettings } from './settings';
import { listVersions, readSettings, readVersion, saveSettings } from './settingsStore';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let author: AuditActor;

beforeAll(async () => {
  db = await openTestDatabase();
  const { id, name } = await db.prisma.user.create({
    data: { email: 'ada@limelight.local', name: 'Ada', role: 'admin' },
  });
  author = { id, name, address: '192.0.2.7' };
});
afterAll(() => db?.close());
beforeEach(() => db.pool.query('TRUNCATE settings_version'));

function save(minBikes: number, baseVersion: number, systemId = 'velib') {
  const settings = { ...defaultSettings, minBikes };
  return saveSettings(db.pool, systemId, { settings, baseVersion, author, reason: 'because' });
}

describe('readSettings', () => {
  it('gives the defaults as version 0 until somebody saves', async () => {
    expect(await readSettings(db.pool, 'velib')).toEqual({ version: 0, settings: defaultSettings });
  });

  it('gives each system its own newest version', async () => {
    const first = await save(5, 0);
    await save(9, 0, 'oslo');
    const { version } = first as { version: number };
    expect(await readSettings(db.pool, 'velib')).toEqual({
      version,
      settings: { ...defaultSettings, minBikes: 5 },
    });
  });

  it('fills a version that was saved before a setting existed', async () => {
    await db.pool.query(
      `INSERT INTO settings_version (system_id, settings, reason) VALUES ('velib', '{"minBikes": 7}', 'old')`,
    );
    const { settings } = await readSettings(db.pool, 'velib');
    expect(settings).toEqual({ ...defaultSettings, minBikes: 7 });
  });
});

describe('saveSettings', () => {
  it('refuses a save on top of a version that is no longer in force, and shows that one', async () => {
    await save(5, 0);
    const late = await save(6, 0);
    expect(late).toMatchObject({ kind: 'conflict', current: { settings: { minBikes: 5 } } });
    expect((await readSettings(db.pool, 'velib')).settings.minBikes).toBe(5);
  });

  it('lets exactly one of many simultaneous saves through', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((minBikes) => save(minBikes, 0)));
    expect(outcomes.filter((outcome) => outcome.kind === 'saved')).toHaveLength(1);
    expect(await listVersions(db.pool, 'velib')).toHaveLength(1);
  });

  it('writes nothing when the settings are out of range', async () => {
    await expect(save(51, 0)).rejects.toThrow();
    expect(await listVersions(db.pool, 'velib')).toEqual([]);
  });

  it('records who did it and what changed, with the change or not at all', async () => {
    const newest = async () => {
      const { rows } = await db.pool.query(
        'SELECT actor_name, action, before, after, address FROM audit_entry ORDER BY id DESC LIMIT 1',
      );
      return rows[0];
    };
    const { version } = (await save(5, 0)) as { version: number };
    const recorded = {
      actor_name: 'Ada',
      action: 'settings.saved',
      before: { version: 0, minBikes: 3 },
      after: { version, reason: 'because', minBikes: 5 },
      address: '192.0.2.7',
    };
    expect(await newest()).toEqual(recorded);
    await save(6, 0);
    expect(await newest()).toEqual(recorded);
  });

  it('tells open maps the version that is in force', async () => {
    const listener = new pg.Client({ connectionString: db.url });
    await listener.connect();
    try {
      const notified = new Promise<string>((resolve) => {
        listener.on('notification', (message) => resolve(message.payload ?? ''));
      });
      await listener.query(`LISTEN ${LIVE_CHANNEL}`);
      const saved = await save(4, 0);
      const { version } = saved as { version: number };
      expect(JSON.parse(await notified)).toEqual({ systemId: 'velib', settingsVersion: version });
    } finally {
      await listener.end();
    }
  });
});

describe('readVersion', () => {
  it('reads any version of the system, the built-in one too, and no other', async () => {
    const { version } = (await save(5, 0)) as { version: number };
    expect((await readVersion(db.pool, 'velib', version))?.minBikes).toBe(5);
    expect(await readVersion(db.pool, 'velib', 0)).toEqual(defaultSettings);
    expect(await readVersion(db.pool, 'oslo', version)).toBeNull();
  });
});

describe('listVersions', () => {
  it('lists the newest first, with author, reason and what each replaced', async () => {
    const first = (await save(5, 0)) as { version: number };
    await save(8, first.version);
    const [newest, oldest] = await listVersions(db.pool, 'velib');
    expect(newest).toMatchObject({ author: 'Ada', reason: 'because' });
    expect([newest?.previous.minBikes, newest?.settings.minBikes]).toEqual([5, 8]);
    expect(oldest?.previous).toEqual(defaultSettings);
  });

  it('knows what the oldest version of a cut list replaced', async () => {
    const first = (await save(5, 0)) as { version: number };
    await save(8, first.version);
    const [newest] = await listVersions(db.pool, 'velib', 1);
    expect(newest?.previous.minBikes).toBe(5);
  });
});
