import { changesBetween, type DraftCell } from './draftChanges';
import type { Settings } from './settings';
import { draftOf } from './settingsDraft';

/** What differs between two versions, as the audit log keeps it: by field, before and after. */
export function auditedChanges(before: Settings, after: Settings) {
  const changes = changesBetween(draftOf(before), draftOf(after));
  const side = (which: 'before' | 'after') =>
    Object.fromEntries(changes.map((change) => [change.key, plain(change[which])]));
  return { before: side('before'), after: side('after') };
}

function plain(cell: DraftCell | null): unknown {
  if (cell === null || cell.kind === 'blank') return null;
  return cell.kind === 'value' ? Number(cell.text) : cell.window;
}
