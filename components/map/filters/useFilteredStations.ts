'use client';

import { useMemo, useState } from 'react';
import type { BoundingBox } from '@/lib/geo/boundingBox';
import type { CityView } from '@/lib/pipeline/cityView';
import { filterStations, type StationSelection } from './filterStations';
import { activeFilters, loosen, type MapFilters } from './mapFilters';
import { buildHaystacks } from './stationSearch';

export interface FilteredStations {
  selection: StationSelection;
  /** The same stations for the map, out of sight too; null where nothing is filtered. */
  shown: ReadonlySet<number> | null;
  haystacks: () => readonly string[];
  /** What the map shows, where the list follows it. */
  inSight: BoundingBox | null;
  /** To be told what the map shows; null: nobody follows it. */
  onBounds: ((inSight: BoundingBox) => void) | null;
}

/** Applies the filters for list, counts and map. */
export function useFilteredStations(view: CityView, filters: MapFilters): FilteredStations {
  const haystacks = useHaystacks(view);
  const [bounds, setBounds] = useState<BoundingBox | null>(null);
  const inSight = filters.isInView ? bounds : null;
  const selection = useMemo(
    () => filterStations(view, filters, haystacks, inSight),
    [view, filters, haystacks, inSight],
  );
  // Dragging the map must not change what it stresses, so where it stands is no filter for it.
  const anywhere = useMemo(() => loosen(filters, 'isInView'), [filters]);
  const elsewhere = useMemo(
    () => (filters.isInView ? filterStations(view, anywhere, haystacks).indexes : null),
    [filters.isInView, view, anywhere, haystacks],
  );
  const isFiltered = activeFilters(anywhere).length > 0;
  const shownIndexes = elsewhere ?? selection.indexes;
  const shown = useMemo(
    () => (isFiltered ? new Set(shownIndexes) : null),
    [isFiltered, shownIndexes],
  );
  return { selection, shown, haystacks, inSight, onBounds: filters.isInView ? setBounds : null };
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
