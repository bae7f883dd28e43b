import { parseReason, type ReasonProblem } from './parseReason';
import { parseSettingsDraft, type SettingsErrors } from './parseSettingsDraft';
import { settingFields } from './settingFields';
import type { Settings } from './settings';
import { type SettingsDraft, settingsDraftSchema } from './settingsDraft';

export interface SettingsFormErrors {
  fields: SettingsErrors;
  reason?: ReasonProblem;
}

export type ParsedSettingsForm =
  | { kind: 'valid'; settings: Settings; baseVersion: number; reason: string }
  | { kind: 'invalid'; errors: SettingsFormErrors }
  /** No form of ours posts this. */
  | { kind: 'malformed' };

/** Reads what the settings form posts. Everything that is wrong comes back at once. */
export function parseSettingsForm(form: FormData): ParsedSettingsForm {
  const draft = readDraft(form);
  if (!draft) return { kind: 'malformed' };
  const parsed = parseSettingsDraft(draft);
  const reason = parseReason(textOf(form, 'reason'));
  if (parsed.kind === 'valid' && reason.problem === undefined) {
    const baseVersion = Number(textOf(form, 'baseVersion'));
    return { kind: 'valid', settings: parsed.settings, baseVersion, reason: reason.text };
  }
  const errors: SettingsFormErrors = { fields: parsed.kind === 'invalid' ? parsed.errors : {} };
  if (reason.problem) errors.reason = reason.problem;
  return { kind: 'invalid', errors };
}

/** Numbers are fields of their own; windows and overrides come as JSON. */
function readDraft(form: FormData): SettingsDraft | null {
  const values = Object.fromEntries(settingFields.map(({ name }) => [name, textOf(form, name)]));
  try {
    const windows = JSON.parse(textOf(form, 'windows') || '[]');
    const overrides = JSON.parse(textOf(form, 'overrides') || '[]');
    return settingsDraftSchema.safeParse({ values, windows, overrides }).data ?? null;
  } catch {
    return null;
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
