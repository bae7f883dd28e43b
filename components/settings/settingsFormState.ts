import type { SettingsFormErrors } from '@/lib/settings/parseSettingsForm';
import type { SaveAnswer } from '@/lib/settings/saveSettingsForm';
import type { SettingField, SettingName } from '@/lib/settings/settingFields';

type Texts = Record<SettingName, string>;

/** The version that the form's values are compared with and saved on top of. */
export interface BaseVersion {
  version: number;
  values: Texts;
}

export interface SettingsFormState {
  base: BaseVersion;
  values: Texts;
  reason: string;
  errors: SettingsFormErrors;
  /** What became of the last save; null while there was none, or since something was changed. */
  answer: SaveAnswer | null;
}

export type SettingsFormEvent =
  | { kind: 'typed'; name: SettingName; text: string }
  | { kind: 'typedReason'; text: string }
  | { kind: 'reset' }
  | { kind: 'answered'; answer: SaveAnswer };

/** The form as it opens on a version. */
export function openSettingsForm(
  version: number,
  shown: Record<SettingName, number>,
): SettingsFormState {
  const values = textsOf(shown);
  const base = { version, values };
  return { base, values, reason: '', errors: { settings: {} }, answer: null };
}

/** One step of the form. Pure: the reducer of SettingsForm. */
export function settingsFormReducer(
  state: SettingsFormState,
  event: SettingsFormEvent,
): SettingsFormState {
  switch (event.kind) {
    case 'typed': {
      const { [event.name]: _, ...settings } = state.errors.settings;
      return {
        ...state,
        values: { ...state.values, [event.name]: event.text },
        errors: { ...state.errors, settings },
        // A conflict stays in sight while it is being resolved.
        answer: state.answer?.kind === 'conflict' ? state.answer : null,
      };
    }
    case 'typedReason':
      return { ...state, reason: event.text, errors: { settings: state.errors.settings } };
    case 'reset':
      return { ...state, values: state.base.values, errors: { settings: {} }, answer: null };
    case 'answered':
      return takeAnswer(state, event.answer);
  }
}

function takeAnswer(state: SettingsFormState, answer: SaveAnswer): SettingsFormState {
  const errors = answer.kind === 'invalid' ? answer.errors : { settings: {} };
  if (answer.kind === 'saved') {
    const base = { version: answer.version, values: state.values };
    return { base, values: state.values, reason: '', errors, answer };
  }
  if (answer.kind === 'conflict') {
    // Having seen both, the person decides on top of what is in force now.
    const base = { version: answer.version, values: textsOf(answer.theirs) };
    return { ...state, base, errors, answer };
  }
  return { ...state, errors, answer };
}

/** Settings whose text differs from the version the form stands on, in the form's order. */
export function changedFields<Field extends Pick<SettingField, 'name'>>(
  state: SettingsFormState,
  fields: readonly Field[],
): Field[] {
  return fields.filter(({ name }) => state.values[name].trim() !== state.base.values[name]);
}

function textsOf(shown: Record<SettingName, number>): Texts {
  const texts = Object.entries(shown).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(texts) as Texts;
}
