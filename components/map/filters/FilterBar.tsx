'use client';

import { useTranslations } from 'use-intl';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { DistrictSelect } from './DistrictSelect';
import { FilterSelect } from './FilterSelect';
import { BIKE_FILTERS, COVER_FILTERS, type MapFilters } from './mapFilters';

/** District, cover and kind of bike. */
export function FilterBar({
  filters,
  districts,
  onFilters,
}: {
  filters: MapFilters;
  districts: readonly CityDistrict[];
  onFilters(filters: MapFilters): void;
}) {
  const t = useTranslations('map.filters');
  return (
    <fieldset className="flex gap-1.5">
      <legend className="sr-only">{t('group')}</legend>
      <DistrictSelect
        districts={districts}
        districtId={filters.districtId}
        onChange={(districtId) => onFilters({ ...filters, districtId })}
      />
      <FilterSelect
        label={t('cover')}
        value={filters.cover ?? ''}
        onChange={(value) =>
          onFilters({ ...filters, cover: COVER_FILTERS.find((cover) => cover === value) ?? null })
        }
      >
        <option value="">{t('anyCover')}</option>
        {COVER_FILTERS.map((cover) => (
          <option key={cover} value={cover}>
            {t(cover)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        label={t('bikes')}
        value={filters.bikes ?? ''}
        onChange={(value) =>
          onFilters({ ...filters, bikes: BIKE_FILTERS.find((bikes) => bikes === value) ?? null })
        }
      >
        <option value="">{t('anyBikes')}</option>
        {BIKE_FILTERS.map((bikes) => (
          <option key={bikes} value={bikes}>
            {t(bikes)}
          </option>
        ))}
      </FilterSelect>
    </fieldset>
  );
}
