import type { Pool } from 'pg';
import type { AuditActor } from '@/lib/audit/auditStore';
import { changesBetween } from './draftChanges';
import { parseReason, type ReasonProblem } from './parseReason';
import { parseSettingsForm, type SettingsFormErrors } from './parseSettingsForm';
import type { Settings } from './settings';
import { draftOf, type SettingsDraft } from './settingsDraft';
import { listVersions, readSettings, readVersion, saveSettings } from './settingsStore';

/** Somebody saved in between: who, when, why, and what. */
export interface SettingsConflict {
  kind: 'conflict';
  version: number;
  /** null: the account is gone, or nobody ever saved. */
  author: string | null;
  reason: string | null;
  theirs: SettingsDraft;
}

/** What became of a posted form. */
export type SaveAnswer =
  | { kind: 'saved'; version: number }
  /** Nothing differs from what is in force: no version is made of it. */
  | { kind: 'unchanged' }
  | { kind: 'invalid'; errors: SettingsFormErrors }
  | SettingsConflict
  | { kind: 'malformed' }
  | { kind: 'forbidden' }
  | { kind: 'failed' };

/** What became of the wish to put an earlier version in force again. */
export type RevertAnswer =
  | { kind: 'saved'; version: number }
  | { kind: 'unchanged' }
  | { kind: 'invalid'; reason: ReasonProblem }
  /** Somebody saved in between: what would be replaced is not what was seen. */
  | { kind: 'stale' }
  /** There is no such version. */
  | { kind: 'gone' }
  | { kind: 'forbidden' }
  | { kind: 'failed' };

/**
 * Checks and saves the settings form for an author who may.
 *
 * @throws when the database is away
 */
export async function saveSettingsForm(
  pool: Pool,
  systemId: string,
  author: AuditActor,
  form: FormData,
): Promise<SaveAnswer> {
  const parsed = parseSettingsForm(form);
  if (parsed.kind !== 'valid') return parsed;
  const { settings, baseVersion, reason } = parsed;
  const current = await readSettings(pool, systemId);
  const isCurrent = current.version === baseVersion;
  if (isCurrent && areSame(current.settings, settings)) return { kind: 'unchanged' };
  const outcome = await saveSettings(pool, systemId, { settings, baseVersion, author, reason });
  if (outcome.kind === 'saved') return outcome;
  const { version, settings: theirs } = outcome.current;
  const newest = (await listVersions(pool, systemId, 1))[0];
  return {
    kind: 'conflict',
    version,
    author: newest?.author ?? null,
    reason: newest?.reason ?? null,
    theirs: draftOf(theirs),
  };
}

/**
 * Puts the settings of an earlier version in force again, as a new version.
 *
 * @param wish.version whose settings; 0 are the built-in ones
 * @param wish.baseVersion in force as the author saw it
 * @throws when the database is away
 */
export async function revertSettings(
  pool: Pool,
  systemId: string,
  author: AuditActor,
  wish: { version: number; baseVersion: number; reason: string },
): Promise<RevertAnswer> {
  const reason = parseReason(wish.reason);
  if (reason.problem) return { kind: 'invalid', reason: reason.problem };
  const settings = await readVersion(pool, systemId, wish.version);
  if (!settings) return { kind: 'gone' };
  const current = await readSettings(pool, systemId);
  if (current.version === wish.baseVersion && areSame(current.settings, settings))
    return { kind: 'unchanged' };
  const outcome = await saveSettings(pool, systemId, {
    settings,
    baseVersion: wish.baseVersion,
    author,
    reason: reason.text,
    revertsTo: wish.version,
  });
  return outcome.kind === 'saved' ? outcome : { kind: 'stale' };
}

function areSame(a: Settings, b: Settings): boolean {
  return changesBetween(draftOf(a), draftOf(b)).length === 0;
}
