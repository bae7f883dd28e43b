import { MAX_REASON_LENGTH } from './reasonLength';
import { type SettingField, type SettingName, settingFields, toStored } from './settingFields';
import type { Settings } from './settings';

/** What is wrong with a number; the words and the mend are the page's. */
export type NumberProblem = 'missing' | 'notNumber' | 'notWhole' | 'tooLow' | 'tooHigh';
export type ReasonProblem = 'reasonMissing' | 'reasonTooLong';

export interface SettingsFormErrors {
  settings: Partial<Record<SettingName, NumberProblem>>;
  reason?: ReasonProblem;
}

export type ParsedSettingsForm =
  | { kind: 'valid'; settings: Settings; baseVersion: number; reason: string }
  | { kind: 'invalid'; errors: SettingsFormErrors };

/** Reads what the settings form posts. Everything that is wrong comes back at once. */
export function parseSettingsForm(form: FormData): ParsedSettingsForm {
  const errors: SettingsFormErrors = { settings: {} };
  const settings: Partial<Settings> = {};
  for (const field of settingFields) {
    const parsed = parseNumber(textOf(form, field.name), field);
    if (typeof parsed === 'number') settings[field.name] = toStored(field.unit, parsed);
    else errors.settings[field.name] = parsed;
  }
  const reason = textOf(form, 'reason');
  if (reason === '') errors.reason = 'reasonMissing';
  else if (reason.length > MAX_REASON_LENGTH) errors.reason = 'reasonTooLong';

  const isValid = Object.keys(errors.settings).length === 0 && !errors.reason;
  if (!isValid) return { kind: 'invalid', errors };
  const baseVersion = Number(textOf(form, 'baseVersion'));
  return { kind: 'valid', settings: settings as Settings, baseVersion, reason };
}

/** Digits with a decimal point or comma; spaces group thousands in French. No 1e3, no 0x10. */
function parseNumber(text: string, field: SettingField): number | NumberProblem {
  const digits = text.replace(/\s/g, '');
  if (digits === '') return 'missing';
  if (!/^[+-]?\d{1,12}([.,]\d{1,12})?$/.test(digits)) return 'notNumber';
  const value = Number(digits.replace(',', '.'));
  if (value < field.min) return 'tooLow';
  if (value > field.max) return 'tooHigh';
  if (field.isWhole && !Number.isInteger(value)) return 'notWhole';
  return value;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
