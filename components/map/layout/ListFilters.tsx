'use client';

import { memo, type RefObject, startTransition } from 'react';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { ActiveFilters } from '../filters/ActiveFilters';
import { FilterBar } from '../filters/FilterBar';
import { FilterSheet } from '../filters/FilterSheet';
import type { StationSelection } from '../filters/filterStations';
import { type MapFilters, MORE_FILTERS, SHEET_FILTERS } from '../filters/mapFilters';
import { SearchField } from '../filters/SearchField';
import { SeverityChips } from '../filters/SeverityChips';
import { useIsPhone } from './useIsPhone';

interface ListFiltersProps {
  counts: StationSelection['counts'];
  shownCount: number;
  filters: MapFilters;
  districts: readonly CityDistrict[];
  search: RefObject<HTMLInputElement | null>;
  /** Somebody is about to search. */
  onSearch(): void;
  onFilters(filters: MapFilters): void;
  onRaise(): void;
}

/** Everything that narrows the list. A phone keeps the counts on top, for the sheet's lowest height. */
export const ListFilters = memo(function ListFilters(props: ListFiltersProps) {
  const { counts, shownCount, filters, districts, search, onSearch, onFilters, onRaise } = props;
  const isPhone = useIsPhone();
  const change = (next: MapFilters) => {
    // The pressed control answers first; a phone's sheet may rise a frame later.
    startTransition(onRaise);
    onFilters(next);
  };
  const searchField = (
    <SearchField
      input={search}
      value={filters.query}
      onChange={(query) => change({ ...filters, query })}
      onFocus={() => {
        onRaise();
        onSearch();
      }}
      onLeave={() =>
        search.current?.closest('section')?.querySelector<HTMLElement>('[role=listbox]')?.focus()
      }
    />
  );
  const chips = (
    <SeverityChips
      counts={counts}
      chosen={filters.severities}
      onChange={(severities) => change({ ...filters, severities })}
    />
  );
  const controls = { filters, districts, onFilters: change };
  return (
    <>
      {isPhone ? chips : searchField}
      {isPhone ? (
        <div className="flex gap-2">
          <div className="min-w-0 flex-1">{searchField}</div>
          <FilterSheet {...controls} shownCount={shownCount} />
        </div>
      ) : (
        <>
          {chips}
          <FilterBar {...controls} />
        </>
      )}
      <ActiveFilters {...controls} names={isPhone ? SHEET_FILTERS : MORE_FILTERS} />
    </>
  );
});
