/** What a key does in the list. */
export type ListMove = { kind: 'move'; row: number } | { kind: 'open' };

/**
 * The listbox keys of the ARIA practices: arrows, Home, End, Page Up and Down, Enter or Space.
 *
 * @param row the active row, -1 when none is
 * @param rows how many there are
 * @param pageRows how many are in sight
 * @returns null for keys that mean nothing here
 */
export function listMove(
  key: string,
  row: number,
  rows: number,
  pageRows: number,
): ListMove | null {
  if (rows === 0) return null;
  const move = (target: number): ListMove => ({
    kind: 'move',
    row: Math.max(0, Math.min(rows - 1, target)),
  });
  const page = Math.max(1, pageRows - 1);
  switch (key) {
    case 'ArrowDown':
      return move(row + 1);
    case 'ArrowUp':
      return move(row < 0 ? rows - 1 : row - 1);
    case 'PageDown':
      return move(Math.max(0, row) + page);
    case 'PageUp':
      return move(row - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(rows - 1);
    case 'Enter':
    case ' ':
      return row < 0 ? null : { kind: 'open' };
    default:
      return null;
  }
}
