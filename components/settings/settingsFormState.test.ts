import { describe, expect, it } from 'vitest';
import type { SaveAnswer } from '@/lib/settings/saveSettingsForm';
import { defaultSettings } from '@/lib/settings/settings';
import { draftOf, type SettingsDraft } from '@/lib/settings/settingsDraft';
import {
  changesOf,
  chosenSide,
  openSettingsForm,
  type SettingsFormEvent,
  type SettingsFormState,
  settingsFormReducer,
} from './settingsFormState';

const saved = draftOf(defaultSettings);
const opened = openSettingsForm(4, saved);
const rush = { windowId: 'rush', name: 'Rush', days: [1], from: '07:00', to: '10:00' };
const inRush = { districtId: '9', windowId: 'rush' };

const stateAfter = (...events: SettingsFormEvent[]) => events.reduce(settingsFormReducer, opened);
const typed = (name: 'minBikes' | 'walkRadiusM', text: string): SettingsFormEvent => ({
  kind: 'typed',
  name,
  text,
});
const answered = (answer: SaveAnswer): SettingsFormEvent => ({ kind: 'answered', answer });
const keys = (state: SettingsFormState) => changesOf(state).map(({ key }) => key);
const conflict = (theirs: SettingsDraft): SettingsFormEvent =>
  answered({ kind: 'conflict', version: 6, author: 'Bo', reason: 'summer', theirs });

describe('settingsFormReducer', () => {
  it('counts what differs from the version it stands on', () => {
    expect(keys(opened)).toEqual([]);
    expect(keys(stateAfter(typed('minBikes', '5')))).toEqual(['minBikes']);
    expect(keys(stateAfter(typed('minBikes', ' 3 ')))).toEqual([]);
    expect(keys(stateAfter(typed('minBikes', '5'), { kind: 'reset' }))).toEqual([]);
  });

  it('takes an error away where the person mends it, and leaves the others', () => {
    const errors = {
      fields: { minBikes: 'tooHigh', walkRadiusM: 'missing', 'override:9@:minBikes': 'tooLow' },
      reason: 'reasonMissing',
    } as const;
    const wrong = answered({ kind: 'invalid', errors });
    const scope = { districtId: '9', windowId: null };
    const mended = stateAfter({ kind: 'overrideAdded', scope }, wrong, typed('minBikes', '5'), {
      kind: 'overrideTyped',
      scope,
      name: 'minBikes',
      text: '4',
    });
    expect(mended.errors).toEqual({
      fields: { walkRadiusM: 'missing' },
      reason: 'reasonMissing',
    });
    const explained = settingsFormReducer(mended, { kind: 'typedReason', text: 'x' });
    expect(explained.errors).toEqual({ fields: { walkRadiusM: 'missing' } });
  });

  it('stands on the saved version after a save', () => {
    const state = stateAfter(typed('minBikes', '5'), answered({ kind: 'saved', version: 9 }));
    expect(state).toMatchObject({ base: { version: 9 }, reason: '', answer: { kind: 'saved' } });
    expect(keys(state)).toEqual([]);
  });

  it('follows a version that arrives where nothing was changed, and only there', () => {
    const draft = { ...saved, values: { ...saved.values, minBikes: '8' } };
    const arrived = { kind: 'versionArrived', version: 5, draft } as const;
    expect(stateAfter(arrived).draft.values.minBikes).toBe('8');
    expect(stateAfter(typed('minBikes', '5'), arrived)).toMatchObject({
      base: { version: 4 },
      draft: { values: { minBikes: '5' } },
    });
    expect(stateAfter({ ...arrived, version: 3 }).base.version).toBe(4);
  });

  it('removes with a window what was said for it', () => {
    const state = stateAfter(
      { kind: 'windowAdded', window: rush },
      { kind: 'overrideAdded', scope: inRush },
      { kind: 'overrideAdded', scope: { districtId: '9', windowId: null } },
      { kind: 'windowRemoved', windowId: 'rush' },
    );
    expect(state.draft.windows).toEqual([]);
    expect(state.draft.overrides).toEqual([{ districtId: '9', windowId: null, values: {} }]);
  });
});

describe('a conflict', () => {
  const theirs: SettingsDraft = {
    values: { ...saved.values, minBikes: '8', walkRadiusM: '250' },
    windows: [rush],
    overrides: [{ ...inRush, values: { targetRatio: '40' } }],
  };
  const late = stateAfter(
    typed('minBikes', '5'),
    { kind: 'overrideAdded', scope: { districtId: '2', windowId: null } },
    {
      kind: 'overrideTyped',
      scope: { districtId: '2', windowId: null },
      name: 'emptyBikes',
      text: '1',
    },
    conflict(theirs),
  );

  it('loses nothing of either: what only one changed is taken from them', () => {
    expect(late.base).toEqual({ version: 6, draft: theirs });
    expect(late.draft.values).toMatchObject({ minBikes: '5', walkRadiusM: '250' });
    expect(late.draft.windows).toEqual([rush]);
    expect(late.draft.overrides).toEqual([
      { ...inRush, values: { targetRatio: '40' } },
      { districtId: '2', windowId: null, values: { emptyBikes: '1' } },
    ]);
    expect(keys(late)).toEqual(['minBikes', 'override:2@:emptyBikes']);
  });

  it('says who changed what, and lets either be chosen, and chosen again', () => {
    const { cells } = late.merge!;
    expect(cells.map(({ key, changedBy }) => [key, changedBy])).toEqual([
      ['minBikes', 'both'],
      ['walkRadiusM', 'them'],
      ['window:rush', 'them'],
      ['override:9@rush:targetRatio', 'them'],
      ['override:2@:emptyBikes', 'you'],
    ]);
    const choose = (key: string, side: 'theirs' | 'yours', state: SettingsFormState) =>
      settingsFormReducer(state, { kind: 'chose', key, side });
    const minBikes = cells[0]!;
    expect(chosenSide(late, minBikes)).toBe('yours');
    const chosen = choose('minBikes', 'theirs', late);
    expect(chosen.draft.values.minBikes).toBe('8');
    expect(chosenSide(chosen, minBikes)).toBe('theirs');
    expect(choose('minBikes', 'yours', chosen).draft.values.minBikes).toBe('5');
    expect(choose('override:2@:emptyBikes', 'theirs', late).draft.overrides).toHaveLength(1);
  });

  it('stays in sight while it is being resolved', () => {
    expect(settingsFormReducer(late, typed('minBikes', '6')).merge).toBe(late.merge);
    expect(settingsFormReducer(late, answered({ kind: 'saved', version: 7 })).merge).toBeNull();
  });
});
