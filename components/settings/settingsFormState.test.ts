import { describe, expect, it } from 'vitest';
import { settingFields, shownSettings } from '@/lib/settings/settingFields';
import { defaultSettings } from '@/lib/settings/settings';
import { changedFields, openSettingsForm, settingsFormReducer } from './settingsFormState';

const shown = shownSettings(defaultSettings);
const opened = openSettingsForm(4, shown);
const typed = (name: 'minBikes' | 'walkRadiusM', text: string, state = opened) =>
  settingsFormReducer(state, { kind: 'typed', name, text });
const names = (state: typeof opened) => changedFields(state, settingFields).map(({ name }) => name);

describe('settingsFormReducer', () => {
  it('counts what differs from the version it stands on', () => {
    expect(names(opened)).toEqual([]);
    expect(names(typed('minBikes', '5'))).toEqual(['minBikes']);
    expect(names(typed('minBikes', ' 3 '))).toEqual([]);
    expect(names(settingsFormReducer(typed('minBikes', '5'), { kind: 'reset' }))).toEqual([]);
  });

  it('takes an error away where the person mends it, and leaves the others', () => {
    const wrong = settingsFormReducer(opened, {
      kind: 'answered',
      answer: {
        kind: 'invalid',
        errors: {
          settings: { minBikes: 'tooHigh', walkRadiusM: 'missing' },
          reason: 'reasonMissing',
        },
      },
    });
    const mended = typed('minBikes', '5', wrong);
    expect(mended.errors).toEqual({
      settings: { walkRadiusM: 'missing' },
      reason: 'reasonMissing',
    });
    const explained = settingsFormReducer(mended, { kind: 'typedReason', text: 'x' });
    expect(explained.errors).toEqual({ settings: { walkRadiusM: 'missing' } });
  });

  it('stands on the saved version after a save', () => {
    const saved = settingsFormReducer(typed('minBikes', '5'), {
      kind: 'answered',
      answer: { kind: 'saved', version: 9 },
    });
    expect(saved.base.version).toBe(9);
    expect(saved.reason).toBe('');
    expect(names(saved)).toEqual([]);
  });

  it('stands on the other version after a conflict, and keeps what was typed', () => {
    const theirs = { ...shown, minBikes: 8, walkRadiusM: 250 };
    const late = settingsFormReducer(typed('minBikes', '5'), {
      kind: 'answered',
      answer: { kind: 'conflict', version: 6, theirs },
    });
    expect(late.base.version).toBe(6);
    expect(late.values.minBikes).toBe('5');
    expect(names(late)).toEqual(['minBikes', 'walkRadiusM']);
    expect(names(typed('walkRadiusM', '250', late))).toEqual(['minBikes']);
    expect(typed('walkRadiusM', '250', late).answer?.kind).toBe('conflict');
  });
});
