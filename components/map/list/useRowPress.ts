'use client';

import { useCallback } from 'react';
import type { ChoiceEvent } from './chosenStations';
import type { RowPress } from './StationRow';

interface RowPressOptions {
  /** All stations' ids. */
  ids: readonly string[];
  /** The listed stations. */
  indexes: readonly number[];
  onOpen(index: number): void;
  onChoose(event: ChoiceEvent): void;
  activate(id: string): void;
}

/** Does what a press on a row asks for; the keyboard goes on from the row that was pressed. */
export function useRowPress({ ids, indexes, onOpen, onChoose, activate }: RowPressOptions) {
  return useCallback(
    (index: number, press: RowPress) => {
      const id = ids[index]!;
      activate(id);
      if (press === 'open') onOpen(index);
      else if (press === 'toggle') onChoose({ type: 'toggle', id });
      else {
        const listed = indexes.map((one) => ids[one]!);
        onChoose({ type: 'range', fromId: null, toId: id, listed });
      }
    },
    [ids, indexes, onOpen, onChoose, activate],
  );
}
