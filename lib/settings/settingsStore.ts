import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import { LIVE_CHANNEL } from '@/lib/stations/liveChannel';
import { auditedChanges } from './auditedChanges';
import { defaultSettings, type Settings, settingsSchema } from './settings';

export interface VersionedSettings {
  /** 0: nobody ever saved, the defaults are in force. */
  version: number;
  settings: Settings;
}

export interface SettingsChange {
  settings: Settings;
  /** The version the author saw and changed. */
  baseVersion: number;
  author: AuditActor;
  reason: string;
  /** The version whose settings these are, when an earlier one is put in force again. */
  revertsTo?: number;
}

export type SaveOutcome =
  | { kind: 'saved'; version: number }
  /** Somebody saved since `baseVersion`: nothing was written. */
  | { kind: 'conflict'; current: VersionedSettings };

export interface SettingsRevision extends VersionedSettings {
  author: string | null;
  reason: string;
  createdAt: Date;
  /** What was in force before it. */
  previous: Settings;
}

/** The settings in force for a system. */
export async function readSettings(db: Database, systemId: string): Promise<VersionedSettings> {
  const { rows } = await db.query<{ id: number; settings: unknown }>(
    `SELECT id, settings FROM settings_version WHERE system_id = $1 ORDER BY id DESC LIMIT 1`,
    [systemId],
  );
  const newest = rows[0];
  if (!newest) return { version: 0, settings: defaultSettings };
  return { version: newest.id, settings: parseStored(newest.settings) };
}

/**
 * Puts new settings in force, records who did so and tells open maps, in one transaction. Saves of one system follow
 * each other, so that of two people who changed the same version one always meets a conflict.
 */
export async function saveSettings(
  pool: Pool,
  systemId: string,
  change: SettingsChange,
): Promise<SaveOutcome> {
  return withTransaction(pool, async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('settings:' || $1, 0))`, [
      systemId,
    ]);
    const current = await readSettings(db, systemId);
    if (current.version !== change.baseVersion) return { kind: 'conflict', current };
    const version = await insertVersion(db, systemId, change);
    await recordAudit(db, auditRecord(change, version, current));
    return { kind: 'saved', version };
  });
}

function auditRecord(change: SettingsChange, version: number, current: VersionedSettings) {
  const { author, reason, revertsTo } = change;
  const { before, after } = auditedChanges(current.settings, change.settings);
  const meta = revertsTo === undefined ? { version, reason } : { version, reason, revertsTo };
  return {
    actor: author,
    action: revertsTo === undefined ? ('settings.saved' as const) : ('settings.reverted' as const),
    subject: 'settings',
    before: { version: current.version, ...before },
    after: { ...meta, ...after },
  };
}

async function insertVersion(
  db: Database,
  systemId: string,
  change: SettingsChange,
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `INSERT INTO settings_version (system_id, settings, author_id, reason)
     VALUES ($1, $2, $3, $4) RETURNING id`,
    [systemId, settingsSchema.parse(change.settings), change.author.id, change.reason],
  );
  const version = rows[0]!.id;
  await db.query('SELECT pg_notify($1, $2)', [
    LIVE_CHANNEL,
    JSON.stringify({ systemId, settingsVersion: version }),
  ]);
  return version;
}

/** The settings of a saved version, 0 being the built-in ones; null where there is no such version. */
export async function readVersion(
  db: Database,
  systemId: string,
  version: number,
): Promise<Settings | null> {
  if (version === 0) return defaultSettings;
  const { rows } = await db.query<{ settings: unknown }>(
    'SELECT settings FROM settings_version WHERE system_id = $1 AND id = $2',
    [systemId, version],
  );
  return rows[0] ? parseStored(rows[0].settings) : null;
}

/**
 * Saved versions, the newest first, each with what it replaced.
 *
 * @param limit how many, 1..500
 */
export async function listVersions(
  db: Database,
  systemId: string,
  limit = 50,
): Promise<SettingsRevision[]> {
  const { rows } = await db.query<{
    id: number;
    settings: unknown;
    previous: unknown;
    reason: string;
    author: string | null;
    created_at: Date;
  }>(
    `SELECT v.id, v.settings, v.reason, u.name AS author, v.created_at,
            lag(v.settings) OVER (ORDER BY v.id) AS previous
       FROM settings_version v LEFT JOIN app_user u ON u.id = v.author_id
      WHERE v.system_id = $1
      ORDER BY v.id DESC LIMIT $2`,
    [systemId, limit],
  );
  return rows.map((row) => ({
    version: row.id,
    settings: parseStored(row.settings),
    previous: row.previous === null ? defaultSettings : parseStored(row.previous),
    author: row.author,
    reason: row.reason,
    createdAt: row.created_at,
  }));
}

/** A version saved before a setting existed takes that setting's default. */
export function parseStored(stored: unknown): Settings {
  return settingsSchema.parse({ ...defaultSettings, ...(stored as object) });
}
