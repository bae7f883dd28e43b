'use client';

import { type RefObject, useCallback, useReducer } from 'react';
import { joinClasses } from '@/components/ui/joinClasses';
import type { BoundingBox } from '@/lib/geo/boundingBox';
import type { StationSelection } from '../filters/filterStations';
import { activeFilters, type MapFilters, noFilters } from '../filters/mapFilters';
import { nextChosen, nothingChosen } from '../list/chosenStations';
import { EmptyResult } from '../list/EmptyResult';
import { ListHead } from '../list/ListHead';
import { StationList, type StationListProps } from '../list/StationList';
import { ListFilters } from './ListFilters';

/** Counts, search, filters and the ranked list. Stays alive under a station, scroll and all. */
export function ListPanel({
  selection,
  filters,
  haystacks,
  inSight,
  isCovered,
  search,
  onFilters,
  onRaise,
  ...list
}: Omit<StationListProps, 'indexes' | 'chosen' | 'onChoose'> & {
  selection: StationSelection;
  filters: MapFilters;
  haystacks: () => readonly string[];
  /** What the map shows, where the list follows it. */
  inSight: BoundingBox | null;
  /** A station lies over it. */
  isCovered: boolean;
  /** The search box, for a key that leads there. */
  search: RefObject<HTMLInputElement | null>;
  onFilters(filters: MapFilters): void;
  /** Somebody began to search or filter: the list should be in sight. */
  onRaise(): void;
}) {
  const { view } = list;
  const { indexes } = selection;
  const [chosen, choose] = useReducer(nextChosen, nothingChosen);
  const onClear = useCallback(() => onFilters(noFilters), [onFilters]);
  // Folding a large city's names takes longer than a key may; nobody types as they arrive.
  const onSearch = useCallback(() => void setTimeout(haystacks), [haystacks]);
  return (
    <div
      inert={isCovered}
      className={joinClasses('absolute inset-0 flex flex-col', isCovered && 'invisible')}
    >
      <div className="flex flex-col gap-2 border-b border-line px-3 pb-2 md:pt-3">
        <ListFilters
          counts={selection.counts}
          shownCount={indexes.length}
          filters={filters}
          districts={view.base.districts}
          search={search}
          onSearch={onSearch}
          onFilters={onFilters}
          onRaise={onRaise}
        />
        <ListHead
          view={view}
          indexes={indexes}
          chosen={chosen}
          isFiltered={activeFilters(filters).length > 0}
          onChoose={choose}
          onClear={onClear}
        />
      </div>
      {indexes.length === 0 ? (
        <EmptyResult
          view={view}
          filters={filters}
          haystacks={haystacks}
          inSight={inSight}
          onFilters={onFilters}
        />
      ) : (
        <StationList {...list} indexes={indexes} chosen={chosen} onChoose={choose} />
      )}
    </div>
  );
}
