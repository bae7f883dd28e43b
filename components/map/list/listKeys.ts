/** What a key does in the list. `isRange`: everything on the way is chosen too. */
export type ListMove =
  | { kind: 'move'; row: number; isRange: boolean }
  | { kind: 'open' }
  | { kind: 'choose'; isRange: boolean }
  | { kind: 'chooseAll' }
  | { kind: 'leave' };

export interface ListKey {
  key: string;
  shiftKey: boolean;
  /** Ctrl, or Command on a Mac. */
  isCommand: boolean;
}

/**
 * The listbox keys of the ARIA practices: arrows, Home, End, Page Up and Down move, with Shift they
 * extend the choice; Enter opens, Space chooses, Ctrl+A chooses all, Escape ends the choice.
 *
 * @param row the active row, -1 when none is
 * @param rows how many there are
 * @param pageRows how many are in sight
 * @returns null for keys that mean nothing here
 */
export function listMove(
  { key, shiftKey, isCommand }: ListKey,
  row: number,
  rows: number,
  pageRows: number,
): ListMove | null {
  if (rows === 0) return null;
  if (isCommand) return key.toLowerCase() === 'a' && !shiftKey ? { kind: 'chooseAll' } : null;
  switch (key) {
    case 'Enter':
      return row < 0 ? null : { kind: 'open' };
    case ' ':
      return row < 0 ? null : { kind: 'choose', isRange: shiftKey };
    case 'Escape':
      return { kind: 'leave' };
    default: {
      const target = targetRow(key, row, rows, Math.max(1, pageRows - 1));
      if (target === null) return null;
      const inside = Math.max(0, Math.min(rows - 1, target));
      return { kind: 'move', row: inside, isRange: shiftKey };
    }
  }
}

function targetRow(key: string, row: number, rows: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row < 0 ? rows - 1 : row - 1;
    case 'PageDown':
      return Math.max(0, row) + pageRows;
    case 'PageUp':
      return row - pageRows;
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}
