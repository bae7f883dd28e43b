import { settingFields } from './settingFields';
import type { OverrideDraft, SettingsDraft, WindowDraft } from './settingsDraft';
import type { SettingName } from './settingValues';
import { overrideKey, type RuleScope } from './thresholdOverride';

/** The smallest thing that one person changes: a number somewhere, or a window as a whole. */
export type DraftCell =
  | { kind: 'value'; key: string; scope: RuleScope | null; name: SettingName; text: string }
  /** An override in which nothing is said yet. */
  | { kind: 'blank'; key: string; scope: RuleScope }
  | { kind: 'window'; key: string; window: WindowDraft };

/** One cell that differs; null: it is not there. */
export interface CellChange {
  key: string;
  before: DraftCell | null;
  after: DraftCell | null;
}

/** Every cell of a draft in the order of the form: the city's values, windows, overrides. */
export function cellsOf(draft: SettingsDraft): Map<string, DraftCell> {
  const cells: DraftCell[] = [
    ...settingFields.map(({ name }) => valueCell(null, name, draft.values[name] ?? '')),
    ...draft.windows.map((window) => ({
      kind: 'window' as const,
      key: `window:${window.windowId}`,
      window,
    })),
    ...draft.overrides.flatMap(overrideCells),
  ];
  return new Map(cells.map((cell) => [cell.key, cell]));
}

function overrideCells({ districtId, windowId, values }: OverrideDraft): DraftCell[] {
  const scope = { districtId, windowId };
  const said = settingFields.flatMap(({ name }) => {
    const text = (values as Partial<Record<SettingName, string>>)[name] ?? '';
    return text.trim() === '' ? [] : [valueCell(scope, name, text)];
  });
  return said.length > 0 ? said : [{ kind: 'blank', key: `blank:${overrideKey(scope)}`, scope }];
}

function valueCell(scope: RuleScope | null, name: SettingName, text: string): DraftCell {
  const key = scope ? `override:${overrideKey(scope)}:${name}` : name;
  return { kind: 'value', key, scope, name, text: text.trim() };
}

/** A draft with one cell as another draft has it: set, changed, or gone where that has none. */
export function withCell(
  draft: SettingsDraft,
  key: string,
  from: ReadonlyMap<string, DraftCell>,
): SettingsDraft {
  const cells = cellsOf(draft);
  const cell = from.get(key);
  if (cell) cells.set(key, cell);
  else cells.delete(key);
  return draftOfCells(cells.values());
}

/** The draft that has these cells. */
export function draftOfCells(cells: Iterable<DraftCell>): SettingsDraft {
  const draft: SettingsDraft = {
    values: {} as SettingsDraft['values'],
    windows: [],
    overrides: [],
  };
  const overrides = new Map<string, OverrideDraft>();
  for (const cell of cells) {
    if (cell.kind === 'window') draft.windows.push(cell.window);
    else if (cell.kind === 'value' && cell.scope === null) draft.values[cell.name] = cell.text;
    else if (cell.scope !== null) {
      const override = overrides.get(overrideKey(cell.scope)) ?? { ...cell.scope, values: {} };
      overrides.set(overrideKey(cell.scope), override);
      const values = override.values as Partial<Record<SettingName, string>>;
      if (cell.kind === 'value') values[cell.name] = cell.text;
    }
  }
  return { ...draft, overrides: [...overrides.values()] };
}

/** What differs from one draft to another. */
export function changesBetween(before: SettingsDraft, after: SettingsDraft): CellChange[] {
  const [cellsBefore, cellsAfter] = [cellsOf(before), cellsOf(after)];
  return [...new Set([...cellsBefore.keys(), ...cellsAfter.keys()])]
    .map((key) => ({
      key,
      before: cellsBefore.get(key) ?? null,
      after: cellsAfter.get(key) ?? null,
    }))
    .filter(({ before, after }) => !sameCell(before, after));
}

/** Whether two cells say the same. */
export function sameCell(a: DraftCell | null, b: DraftCell | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'window' && b.kind === 'window')
    return windowText(a.window) === windowText(b.window);
  if (a.kind === 'value' && b.kind === 'value') return a.text === b.text;
  return a.kind === b.kind;
}

function windowText({ name, days, from, to }: WindowDraft): string {
  return JSON.stringify([name.trim(), days.toSorted((a, b) => a - b), from, to]);
}
