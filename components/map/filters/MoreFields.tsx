'use client';

import { useTranslations } from 'use-intl';
import { Switch } from '@/components/ui/Switch';
import { BikeSelect } from './BikeSelect';
import { CapacityFields } from './CapacityFields';
import type { MapFilters } from './mapFilters';

/** The filters that are asked for less often. */
export function MoreFields({
  filters,
  onFilters,
}: {
  filters: MapFilters;
  onFilters(filters: MapFilters): void;
}) {
  const t = useTranslations('map.filters');
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <span aria-hidden className="font-medium text-sm">
          {t('bikes')}
        </span>
        <BikeSelect bikes={filters.bikes} onChange={(bikes) => onFilters({ ...filters, bikes })} />
      </div>
      <CapacityFields
        capacity={filters.capacity}
        onChange={(capacity) => onFilters({ ...filters, capacity })}
      />
      <Switch
        checked={filters.isInView}
        onChange={(event) => onFilters({ ...filters, isInView: event.target.checked })}
      >
        {t('isInView')}
      </Switch>
    </>
  );
}
