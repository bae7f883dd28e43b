'use client';

import { type KeyboardEvent, useState } from 'react';
import { listMove } from './listKeys';

interface ListKeysOptions {
  /** All stations' ids. */
  ids: readonly string[];
  /** The listed stations. */
  indexes: readonly number[];
  pageRows(): number;
  reveal(row: number): void;
  onOpen(index: number): void;
  onHover(index: number | null): void;
}

/**
 * The list's active row. It is remembered as a station, not as a place: when new data reorder the
 * list, the cursor stays on its station.
 */
export function useListKeys({ ids, indexes, pageRows, reveal, onOpen, onHover }: ListKeysOptions) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const activeRow = activeId === null ? -1 : indexes.findIndex((index) => ids[index] === activeId);
  const active = activeRow < 0 ? null : indexes[activeRow]!;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = listMove(event.key, activeRow, indexes.length, pageRows());
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'open') {
      if (active !== null) onOpen(active);
      return;
    }
    const index = indexes[move.row]!;
    setActiveId(ids[index]!);
    onHover(index);
    reveal(move.row);
  };

  return {
    active: hasFocus ? active : null,
    onKeyDown,
    onFocus: () => setHasFocus(true),
    onBlur: () => {
      setHasFocus(false);
      onHover(null);
    },
  };
}
