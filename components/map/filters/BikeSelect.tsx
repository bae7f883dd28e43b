'use client';

import { useTranslations } from 'use-intl';
import { FilterSelect } from './FilterSelect';
import { BIKE_FILTERS, type BikeFilter } from './mapFilters';

/** What kind of bike stands there, or does not. */
export function BikeSelect({
  bikes,
  onChange,
}: {
  bikes: BikeFilter | null;
  onChange(bikes: BikeFilter | null): void;
}) {
  const t = useTranslations('map.filters');
  return (
    <FilterSelect
      label={t('bikes')}
      value={bikes ?? ''}
      onChange={(value) => onChange(BIKE_FILTERS.find((one) => one === value) ?? null)}
    >
      <option value="">{t('anyBikes')}</option>
      {BIKE_FILTERS.map((one) => (
        <option key={one} value={one}>
          {t(one)}
        </option>
      ))}
    </FilterSelect>
  );
}
