'use client';

import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { ChoiceEvent } from './chosenStations';
import { listMove } from './listKeys';

interface ListKeysOptions {
  /** All stations' ids. */
  ids: readonly string[];
  /** The listed stations. */
  indexes: readonly number[];
  isChoosing: boolean;
  pageRows(): number;
  reveal(row: number): void;
  onOpen(index: number): void;
  onHover(index: number | null): void;
  onChoose(event: ChoiceEvent): void;
}

/**
 * The list's active row. It is remembered as a station, not as a place: when new data reorder the
 * list, the cursor stays on its station.
 */
export function useListKeys(options: ListKeysOptions) {
  const { ids, indexes, pageRows, reveal, onOpen, onHover, onChoose } = options;
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const activeRow = activeId === null ? -1 : indexes.findIndex((index) => ids[index] === activeId);
  const active = activeRow < 0 ? null : indexes[activeRow]!;
  const listed = () => indexes.map((index) => ids[index]!);

  const moveTo = (row: number, isRange: boolean) => {
    const index = indexes[row]!;
    if (isRange) {
      const fromId = activeRow < 0 ? ids[index]! : activeId;
      onChoose({ type: 'range', fromId, toId: ids[index]!, listed: listed() });
    }
    setActiveId(ids[index]!);
    onHover(index);
    reveal(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const pressed = { key, shiftKey, isCommand: ctrlKey || metaKey };
    const move = listMove(pressed, activeRow, indexes.length, pageRows());
    // An Escape that ends nothing here is somebody else's.
    if (!move || (move.kind === 'leave' && !options.isChoosing)) return;
    event.preventDefault();
    if (move.kind === 'move') moveTo(move.row, move.isRange);
    else if (move.kind === 'chooseAll') onChoose({ type: 'all', listed: listed() });
    else if (move.kind === 'leave') onChoose({ type: 'end' });
    else if (active === null) return;
    else if (move.kind === 'open') onOpen(active);
    else if (!move.isRange) onChoose({ type: 'toggle', id: ids[active]! });
    else onChoose({ type: 'range', fromId: null, toId: ids[active]!, listed: listed() });
  };

  return {
    active: hasFocus ? active : null,
    setActiveId,
    onKeyDown,
    onFocus: (event: FocusEvent) => {
      setHasFocus(true);
      // Who comes by keyboard stands on the first row at once.
      const isByKeyboard = event.currentTarget.matches(':focus-visible');
      if (isByKeyboard && active === null && indexes.length > 0) setActiveId(ids[indexes[0]!]!);
    },
    onBlur: () => {
      setHasFocus(false);
      onHover(null);
    },
  };
}
