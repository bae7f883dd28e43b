'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { joinClasses } from '@/components/ui/joinClasses';
import { FilterBar } from '../filters/FilterBar';
import type { StationSelection } from '../filters/filterStations';
import { activeFilters, type MapFilters, noFilters } from '../filters/mapFilters';
import { SearchField } from '../filters/SearchField';
import { SeverityChips } from '../filters/SeverityChips';
import { EmptyResult } from '../list/EmptyResult';
import { StationList, type StationListProps } from '../list/StationList';

/** Counts, search, filters and the ranked list. Stays alive under a station, scroll and all. */
export function ListPanel({
  selection,
  filters,
  haystacks,
  isCovered,
  onFilters,
  onRaise,
  ...list
}: Omit<StationListProps, 'indexes'> & {
  selection: StationSelection;
  filters: MapFilters;
  haystacks: () => readonly string[];
  /** A station lies over it. */
  isCovered: boolean;
  onFilters(filters: MapFilters): void;
  /** Somebody began to search or filter: the list should be in sight. */
  onRaise(): void;
}) {
  const t = useTranslations('map');
  const { view } = list;
  const { indexes, counts } = selection;
  const total = view.base.stations.stationId.length;
  const isFiltered = activeFilters(filters).length > 0;
  const change = (next: MapFilters) => {
    onRaise();
    onFilters(next);
  };
  return (
    <div
      inert={isCovered}
      className={joinClasses('absolute inset-0 flex flex-col', isCovered && 'invisible')}
    >
      <div className="flex flex-col gap-2 border-b border-line px-3 pb-2 md:pt-3">
        <div className="order-2 md:order-1">
          <SearchField
            value={filters.query}
            onChange={(query) => change({ ...filters, query })}
            onFocus={onRaise}
          />
        </div>
        <div className="order-1 md:order-2">
          <SeverityChips
            counts={counts}
            chosen={filters.severities}
            onChange={(severities) => change({ ...filters, severities })}
          />
        </div>
        <div className="order-3">
          <FilterBar filters={filters} districts={view.base.districts} onFilters={change} />
        </div>
        <p className="tabular order-4 flex min-h-5 items-center justify-between text-xs text-ink-muted">
          <span role="status">
            {indexes.length === total
              ? t('list.count', { count: total })
              : t('list.countOf', { count: indexes.length, total })}
          </span>
          {isFiltered ? (
            <button
              type="button"
              onClick={() => onFilters(noFilters)}
              className="-mr-1 flex items-center gap-1 rounded-sm px-1 font-medium text-ink hover:bg-hover pointer-coarse:min-h-11"
            >
              <X size={12} aria-hidden />
              {t('filters.clear')}
            </button>
          ) : null}
        </p>
      </div>
      {indexes.length === 0 ? (
        <EmptyResult view={view} filters={filters} haystacks={haystacks} onFilters={onFilters} />
      ) : (
        <StationList {...list} indexes={indexes} />
      )}
    </div>
  );
}
