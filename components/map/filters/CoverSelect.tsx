'use client';

import { useTranslations } from 'use-intl';
import { FilterSelect } from './FilterSelect';
import { COVER_FILTERS, type CoverFilter } from './mapFilters';

/** Whether a walkable neighbour or own vehicles help a short station. */
export function CoverSelect({
  cover,
  onChange,
}: {
  cover: CoverFilter | null;
  onChange(cover: CoverFilter | null): void;
}) {
  const t = useTranslations('map.filters');
  return (
    <FilterSelect
      label={t('cover')}
      value={cover ?? ''}
      onChange={(value) => onChange(COVER_FILTERS.find((one) => one === value) ?? null)}
    >
      <option value="">{t('anyCover')}</option>
      {COVER_FILTERS.map((one) => (
        <option key={one} value={one}>
          {t(one)}
        </option>
      ))}
    </FilterSelect>
  );
}
