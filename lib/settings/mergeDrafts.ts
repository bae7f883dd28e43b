import { type CellChange, cellsOf, type DraftCell, draftOfCells, sameCell } from './draftChanges';
import type { SettingsDraft } from './settingsDraft';

/** A cell that one or both of two people changed since the version both began with. */
export interface MergedCell extends Pick<CellChange, 'key'> {
  base: DraftCell | null;
  theirs: DraftCell | null;
  yours: DraftCell | null;
  /** Who changed it; `both`: to different things, so somebody has to choose. */
  changedBy: 'them' | 'you' | 'both';
}

export interface MergedDraft {
  draft: SettingsDraft;
  /** Everything that either changed, in the order of the form. */
  cells: MergedCell[];
}

/**
 * Brings two changes of the same version together, cell by cell: what only one changed is taken
 * from them, so that nothing of either is lost. Where both did, yours stands until you choose.
 */
export function mergeDrafts(
  base: SettingsDraft,
  theirs: SettingsDraft,
  yours: SettingsDraft,
): MergedDraft {
  const [inBase, inTheirs, inYours] = [cellsOf(base), cellsOf(theirs), cellsOf(yours)];
  const keys = new Set([...inTheirs.keys(), ...inYours.keys(), ...inBase.keys()]);
  const merged: DraftCell[] = [];
  const cells: MergedCell[] = [];
  for (const key of keys) {
    const cell = {
      key,
      base: inBase.get(key) ?? null,
      theirs: inTheirs.get(key) ?? null,
      yours: inYours.get(key) ?? null,
    };
    const changedBy = whoChanged(cell);
    if (changedBy) cells.push({ ...cell, changedBy });
    const taken = changedBy === 'them' || changedBy === null ? cell.theirs : cell.yours;
    if (taken) merged.push(taken);
  }
  return { draft: draftOfCells(merged), cells };
}

function whoChanged({
  base,
  theirs,
  yours,
}: Omit<MergedCell, 'key' | 'changedBy'>): MergedCell['changedBy'] | null {
  const [byThem, byYou] = [!sameCell(base, theirs), !sameCell(base, yours)];
  if (byThem && byYou) return sameCell(theirs, yours) ? null : 'both';
  if (byThem) return 'them';
  return byYou ? 'you' : null;
}
