import { parseClock } from './parseClock';
import { type NumberProblem, parseNumber } from './parseNumber';
import { overridableFields, type SettingField, settingFields, toStored } from './settingFields';
import type { Settings } from './settings';
import {
  type OverrideDraft,
  type SettingsDraft,
  sortDraft,
  type WindowDraft,
} from './settingsDraft';
import type { SettingName } from './settingValues';
import { MAX_OVERRIDES, overrideKey, type ThresholdOverride } from './thresholdOverride';
import { MAX_WINDOW_NAME_LENGTH, MAX_WINDOWS, type ThresholdWindow } from './thresholdWindow';
import { windowsOverlap } from './windowAt';

export type WindowProblem =
  | 'nameMissing'
  | 'nameTooLong'
  | 'nameTaken'
  | 'daysMissing'
  | 'timeMissing'
  | 'overlap'
  | 'tooManyWindows';
export type OverrideProblem =
  | 'overrideEmpty'
  | 'overrideTwice'
  | 'windowGone'
  | 'scopeMissing'
  | 'tooManyOverrides';
export type SettingsProblem = NumberProblem | WindowProblem | OverrideProblem;

/** By field: see fieldKey. */
export type SettingsErrors = Record<string, SettingsProblem>;

export type ParsedSettings =
  | { kind: 'valid'; settings: Settings }
  | { kind: 'invalid'; errors: SettingsErrors };

/** The name of a field in the form and in its errors. */
export const fieldKey = {
  value: (name: SettingName) => name as string,
  window: (windowId: string, part: 'name' | 'days' | 'from' | 'to' | 'time') =>
    `window:${windowId}:${part}`,
  override: (override: Pick<OverrideDraft, 'districtId' | 'windowId'>) =>
    `override:${overrideKey(override)}`,
  overrideValue: (override: Pick<OverrideDraft, 'districtId' | 'windowId'>, name: SettingName) =>
    `override:${overrideKey(override)}:${name}`,
};

/** Reads a draft of the settings. Everything that is wrong comes back at once. */
export function parseSettingsDraft(unsorted: SettingsDraft): ParsedSettings {
  const draft = sortDraft(unsorted);
  const errors: SettingsErrors = {};
  const values = parseValues(draft.values, settingFields, (name) => fieldKey.value(name), errors);
  const windows = draft.windows.map((window) => parseWindow(window, draft.windows, errors));
  if (windows.length > MAX_WINDOWS)
    errors[fieldKey.window(draft.windows.at(-1)!.windowId, 'name')] = 'tooManyWindows';
  refuseOverlaps(windows, errors);
  const overrides = draft.overrides.map((one) => parseOverride(one, draft, errors));
  if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
  return { kind: 'valid', settings: { ...values, windows, overrides } as Settings };
}

/** @param optional blank is no value instead of a problem */
function parseValues(
  texts: Partial<Record<SettingName, string>>,
  fields: readonly SettingField[],
  keyOf: (name: SettingName) => string,
  errors: SettingsErrors,
  optional = false,
): Partial<Record<SettingName, number>> {
  const values: Partial<Record<SettingName, number>> = {};
  for (const field of fields) {
    const text = texts[field.name] ?? '';
    if (optional && text.trim() === '') continue;
    const parsed = parseNumber(text, field);
    if (typeof parsed === 'number') values[field.name] = toStored(field.unit, parsed);
    else errors[keyOf(field.name)] = parsed;
  }
  return values;
}

function parseWindow(
  { windowId, name, days, from, to }: WindowDraft,
  all: readonly WindowDraft[],
  errors: SettingsErrors,
): ThresholdWindow {
  const trimmed = name.trim();
  const isTaken = all.some(
    (other) => other.windowId !== windowId && fold(other.name) === fold(trimmed),
  );
  const refuse = (part: 'name' | 'days' | 'from' | 'to', problem: WindowProblem) => {
    errors[fieldKey.window(windowId, part)] = problem;
  };
  if (trimmed === '') refuse('name', 'nameMissing');
  else if (trimmed.length > MAX_WINDOW_NAME_LENGTH) refuse('name', 'nameTooLong');
  else if (isTaken) refuse('name', 'nameTaken');
  if (days.length === 0) refuse('days', 'daysMissing');
  const [fromMin, toMin] = [parseClock(from), parseClock(to)];
  if (fromMin === null) refuse('from', 'timeMissing');
  if (toMin === null) refuse('to', 'timeMissing');
  return {
    ...{ windowId, name: trimmed, fromMin: fromMin ?? 0, toMin: toMin ?? 0 },
    days: [...new Set(days)].sort((a, b) => a - b),
  };
}

/** Marks both of each pair: either may be the one to change. */
function refuseOverlaps(windows: readonly ThresholdWindow[], errors: SettingsErrors) {
  const isWhole = ({ windowId }: ThresholdWindow) =>
    (['days', 'from', 'to'] as const).every((part) => !errors[fieldKey.window(windowId, part)]);
  const whole = windows.filter(isWhole);
  for (const a of whole) {
    if (whole.some((b) => b.windowId !== a.windowId && windowsOverlap(a, b)))
      errors[fieldKey.window(a.windowId, 'time')] = 'overlap';
  }
}

function parseOverride(
  override: OverrideDraft,
  draft: SettingsDraft,
  errors: SettingsErrors,
): ThresholdOverride {
  const { districtId, windowId } = override;
  const keyOf = (name: SettingName) => fieldKey.overrideValue(override, name);
  const known = Object.keys(errors).length;
  const values = parseValues(override.values, overridableFields, keyOf, errors, true);
  const areReadable = Object.keys(errors).length === known;
  const refuse = (problem: OverrideProblem) => {
    errors[fieldKey.override(override)] = problem;
  };
  const isSame = (one: OverrideDraft) => overrideKey(one) === overrideKey(override);
  if (draft.overrides.length > MAX_OVERRIDES) refuse('tooManyOverrides');
  else if (districtId === null && windowId === null) refuse('scopeMissing');
  else if (windowId !== null && !draft.windows.some((one) => one.windowId === windowId))
    refuse('windowGone');
  else if (draft.overrides.filter(isSame).length > 1) refuse('overrideTwice');
  else if (areReadable && Object.keys(values).length === 0) refuse('overrideEmpty');
  return { districtId, windowId, values };
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase();
}
