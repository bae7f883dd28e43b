'use client';

import { useMemo } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { filterStations, type StationSelection } from './filterStations';
import { activeFilters, type MapFilters } from './mapFilters';
import { buildHaystacks } from './stationSearch';

export interface FilteredStations {
  selection: StationSelection;
  /** The same stations for the map; null where nothing is filtered. */
  shown: ReadonlySet<number> | null;
  haystacks: () => readonly string[];
}

/** Applies the filters once for list, counts and map. */
export function useFilteredStations(view: CityView, filters: MapFilters): FilteredStations {
  const haystacks = useHaystacks(view);
  const selection = useMemo(
    () => filterStations(view, filters, haystacks),
    [view, filters, haystacks],
  );
  const isFiltered = activeFilters(filters).length > 0;
  const shown = useMemo(
    () => (isFiltered ? new Set(selection.indexes) : null),
    [isFiltered, selection.indexes],
  );
  return { selection, shown, haystacks };
}

/** Search texts, folded at the first search and kept until the stations change. */
function useHaystacks({ base }: CityView): () => readonly string[] {
  return useMemo(() => {
    let texts: string[] | null = null;
    return () => {
      texts ??= buildHaystacks(base);
      return texts;
    };
  }, [base]);
}
