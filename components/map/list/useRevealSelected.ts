'use client';

import { useEffect, useRef } from 'react';

interface ListedStations {
  /** All stations' ids. */
  ids: readonly string[];
  /** The listed stations. */
  indexes: readonly number[];
  /** The open station. */
  selected: number | null;
  reveal(row: number): void;
  activate(id: string): void;
}

/**
 * Brings a newly opened station's row into sight, wherever it was opened: the list stands there
 * when its panel closes. New data never scroll the list.
 */
export function useRevealSelected(list: ListedStations): void {
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const selectedId = list.selected === null ? null : list.ids[list.selected]!;
  useEffect(() => {
    if (selectedId === null) return;
    const { ids, indexes, reveal, activate } = latest.current;
    const row = indexes.findIndex((index) => ids[index] === selectedId);
    if (row < 0) return;
    activate(selectedId);
    reveal(row);
  }, [selectedId]);
}
