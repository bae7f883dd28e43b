import type { Pool } from 'pg';
import { parseSettingsForm, type SettingsFormErrors } from './parseSettingsForm';
import { differencesBetween, type SettingName, shownSettings } from './settingFields';
import { readSettings, saveSettings } from './settingsStore';

/** What became of a posted form. */
export type SaveAnswer =
  | { kind: 'saved'; version: number }
  /** Nothing differs from what is in force: no version is made of it. */
  | { kind: 'unchanged' }
  | { kind: 'invalid'; errors: SettingsFormErrors }
  /** Somebody else saved in between; their numbers as people see them. */
  | { kind: 'conflict'; version: number; theirs: Record<SettingName, number> }
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
  authorId: string,
  form: FormData,
): Promise<SaveAnswer> {
  const parsed = parseSettingsForm(form);
  if (parsed.kind === 'invalid') return parsed;
  const { settings, baseVersion, reason } = parsed;
  const current = await readSettings(pool, systemId);
  const isCurrent = current.version === baseVersion;
  if (isCurrent && differencesBetween(current.settings, settings).length === 0) {
    return { kind: 'unchanged' };
  }
  const outcome = await saveSettings(pool, systemId, { settings, baseVersion, authorId, reason });
  if (outcome.kind === 'saved') return outcome;
  const { version, settings: theirs } = outcome.current;
  return { kind: 'conflict', version, theirs: shownSettings(theirs) };
}
