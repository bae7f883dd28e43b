import {
  type CellChange,
  cellsOf,
  changesBetween,
  sameCell,
  withCell,
} from '@/lib/settings/draftChanges';
import { type MergedCell, mergeDrafts } from '@/lib/settings/mergeDrafts';
import type { OverridableName } from '@/lib/settings/overridable';
import type { SettingsFormErrors } from '@/lib/settings/parseSettingsForm';
import type { SaveAnswer, SettingsConflict } from '@/lib/settings/saveSettingsForm';
import type { SettingsDraft, WindowDraft } from '@/lib/settings/settingsDraft';
import type { SettingName } from '@/lib/settings/settingValues';
import { overrideKey, type RuleScope } from '@/lib/settings/thresholdOverride';

/** The version that the form's values are compared with and saved on top of. */
export interface BaseVersion {
  version: number;
  draft: SettingsDraft;
}

/** Two changes of one version, brought together: everything that either changed. */
export interface Merge {
  conflict: SettingsConflict;
  cells: MergedCell[];
}

export interface SettingsFormState {
  base: BaseVersion;
  draft: SettingsDraft;
  reason: string;
  errors: SettingsFormErrors;
  /** What became of the last save; null while there was none, or since something was changed. */
  answer: SaveAnswer | null;
  /** Stays in sight until it is saved or undone. */
  merge: Merge | null;
}

export type SettingsFormEvent =
  | { kind: 'typed'; name: SettingName; text: string }
  | { kind: 'typedReason'; text: string }
  | { kind: 'windowAdded'; window: WindowDraft }
  | { kind: 'windowChanged'; window: WindowDraft }
  | { kind: 'windowRemoved'; windowId: string }
  | { kind: 'overrideAdded'; scope: RuleScope }
  | { kind: 'overrideTyped'; scope: RuleScope; name: OverridableName; text: string }
  | { kind: 'overrideRemoved'; scope: RuleScope }
  /** One of two edits of the same thing. */
  | { kind: 'chose'; key: string; side: 'theirs' | 'yours' }
  | { kind: 'reset' }
  /** The page was made anew: somebody saved, or an earlier version was put in force again. */
  | { kind: 'versionArrived'; version: number; draft: SettingsDraft }
  | { kind: 'answered'; answer: SaveAnswer };

/** The form as it opens on a version. */
export function openSettingsForm(version: number, draft: SettingsDraft): SettingsFormState {
  const base = { version, draft };
  return { base, draft, reason: '', errors: { fields: {} }, answer: null, merge: null };
}

/** One step of the form. Pure: the reducer of SettingsForm. */
export function settingsFormReducer(
  state: SettingsFormState,
  event: SettingsFormEvent,
): SettingsFormState {
  switch (event.kind) {
    case 'typedReason':
      return { ...state, reason: event.text, errors: { fields: state.errors.fields } };
    case 'reset':
      return openSettingsForm(state.base.version, state.base.draft);
    case 'versionArrived':
      return takeVersion(state, event.version, event.draft);
    case 'answered':
      return takeAnswer(state, event.answer);
    case 'chose':
      return edited(state, chosenDraft(state, event.key, event.side), event.key);
    default:
      return edited(state, editedDraft(state.draft, event), touchedKey(event));
  }
}

type Edit = Exclude<
  SettingsFormEvent,
  { kind: 'typedReason' | 'reset' | 'versionArrived' | 'answered' | 'chose' }
>;

function editedDraft(draft: SettingsDraft, event: Edit): SettingsDraft {
  const { values, windows, overrides } = draft;
  switch (event.kind) {
    case 'typed':
      return { ...draft, values: { ...values, [event.name]: event.text } };
    case 'windowAdded':
      return { ...draft, windows: [...windows, event.window] };
    case 'windowChanged': {
      const { windowId } = event.window;
      const changed = windows.map((one) => (one.windowId === windowId ? event.window : one));
      return { ...draft, windows: changed };
    }
    case 'windowRemoved':
      return {
        ...draft,
        windows: windows.filter(({ windowId }) => windowId !== event.windowId),
        // What was said for a time that is no more cannot hold.
        overrides: overrides.filter(({ windowId }) => windowId !== event.windowId),
      };
    case 'overrideAdded':
      return { ...draft, overrides: [...overrides, { ...event.scope, values: {} }] };
    case 'overrideTyped': {
      const key = overrideKey(event.scope);
      const typed = overrides.map((one) =>
        overrideKey(one) === key
          ? { ...one, values: { ...one.values, [event.name]: event.text } }
          : one,
      );
      return { ...draft, overrides: typed };
    }
    case 'overrideRemoved': {
      const key = overrideKey(event.scope);
      return { ...draft, overrides: overrides.filter((one) => overrideKey(one) !== key) };
    }
  }
}

/** The start of the errors' keys that an edit may have mended. */
function touchedKey(event: Edit): string {
  switch (event.kind) {
    case 'typed':
      return event.name;
    case 'windowAdded':
    case 'windowChanged':
    case 'windowRemoved':
      // Names and hours are judged against each other.
      return 'window:';
    default:
      return `override:${overrideKey(event.scope)}`;
  }
}

function edited(
  state: SettingsFormState,
  draft: SettingsDraft,
  touched: string,
): SettingsFormState {
  const fields = Object.fromEntries(
    Object.entries(state.errors.fields).filter(([key]) => !key.startsWith(touched)),
  );
  return { ...state, draft, errors: { ...state.errors, fields }, answer: null };
}

function chosenDraft(
  { draft, merge }: SettingsFormState,
  key: string,
  side: 'theirs' | 'yours',
): SettingsDraft {
  const cell = merge?.cells.find((one) => one.key === key)?.[side] ?? null;
  return withCell(draft, key, new Map(cell ? [[key, cell]] : []));
}

/** A form in which nothing was changed follows; another meets a conflict when it is saved. */
function takeVersion(
  state: SettingsFormState,
  version: number,
  draft: SettingsDraft,
): SettingsFormState {
  const isNewer = version > state.base.version;
  if (!isNewer || changesOf(state).length > 0) return state;
  return { ...openSettingsForm(version, draft), reason: state.reason };
}

function takeAnswer(state: SettingsFormState, answer: SaveAnswer): SettingsFormState {
  if (answer.kind === 'saved') return { ...openSettingsForm(answer.version, state.draft), answer };
  if (answer.kind === 'invalid') return { ...state, errors: answer.errors, answer };
  if (answer.kind !== 'conflict') return { ...state, errors: { fields: {} }, answer };
  // Having seen both, the person decides on top of what is in force now.
  const { draft, cells } = mergeDrafts(state.base.draft, answer.theirs, state.draft);
  const base = { version: answer.version, draft: answer.theirs };
  const merge = { conflict: answer, cells };
  return { ...state, base, draft, errors: { fields: {} }, answer, merge };
}

/** What differs from the version the form stands on, in the form's order. */
export function changesOf({ base, draft }: SettingsFormState): CellChange[] {
  return changesBetween(base.draft, draft);
}

/** Which of two edits stands in the form now; null: something else. */
export function chosenSide(state: SettingsFormState, cell: MergedCell): 'theirs' | 'yours' | null {
  const now = cellsOf(state.draft).get(cell.key) ?? null;
  if (sameCell(now, cell.yours)) return 'yours';
  return sameCell(now, cell.theirs) ? 'theirs' : null;
}
