'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { joinClasses } from '@/components/ui/joinClasses';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { MapPopover } from '../layout/MapPopover';
import { CoverSelect } from './CoverSelect';
import { DistrictSelect } from './DistrictSelect';
import { MoreFields } from './MoreFields';
import { activeFilters, type MapFilters, MORE_FILTERS } from './mapFilters';

/** District and cover at hand, the other filters one press away. */
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
  const count = activeFilters(filters).filter((name) => MORE_FILTERS.includes(name)).length;
  return (
    <fieldset className="flex gap-1.5">
      <legend className="sr-only">{t('group')}</legend>
      <DistrictSelect
        districts={districts}
        districtId={filters.districtId}
        onChange={(districtId) => onFilters({ ...filters, districtId })}
      />
      <CoverSelect cover={filters.cover} onChange={(cover) => onFilters({ ...filters, cover })} />
      <MapPopover
        label={t('openMore', { count })}
        buttonClassName={joinClasses(
          'flex h-8 shrink-0 items-center gap-1.5 rounded-md border bg-raised px-2.5 text-xs transition-colors hover:bg-hover pointer-coarse:h-11',
          count > 0 ? 'border-ink font-medium text-ink' : 'border-line text-ink-muted',
        )}
        panelClassName="w-72"
        icon={
          <>
            <SlidersHorizontal size={14} aria-hidden />
            {t('more')}
            {count > 0 ? <span className="tabular">{count}</span> : null}
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <MoreFields filters={filters} onFilters={onFilters} />
        </div>
      </MapPopover>
    </fieldset>
  );
}
