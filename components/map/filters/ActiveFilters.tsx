'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { activeFilters, loosen, type MapFilters } from './mapFilters';
import { useFilterWords } from './useFilterWords';

/** The filters that are set behind a button, each of them one press from being let go. */
export function ActiveFilters({
  filters,
  names,
  districts,
  onFilters,
}: {
  filters: MapFilters;
  /** Those that are not in sight elsewhere. */
  names: readonly (keyof MapFilters)[];
  districts: readonly CityDistrict[];
  onFilters(filters: MapFilters): void;
}) {
  const t = useTranslations('map.filters');
  const wordsOf = useFilterWords(districts);
  const hidden = activeFilters(filters)
    .filter((name) => names.includes(name))
    .reverse();
  if (hidden.length === 0) return null;
  return (
    <ul aria-label={t('active')} className="filter-chips flex flex-wrap gap-1.5">
      {hidden.map((name) => {
        const words = wordsOf(name, filters);
        return (
          <li key={name} className="shrink-0">
            <button
              type="button"
              aria-label={t('drop', { filter: words })}
              onClick={() => onFilters(loosen(filters, name))}
              className="reach-44 flex h-7 items-center gap-1 rounded-full border border-line bg-raised pr-2 pl-2.5 text-xs transition-colors hover:bg-hover active:bg-pressed"
            >
              {words}
              <X size={12} aria-hidden className="text-ink-muted" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
