'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { CoverSelect } from './CoverSelect';
import { DistrictSelect } from './DistrictSelect';
import { MoreFields } from './MoreFields';
import { activeFilters, type MapFilters, SHEET_FILTERS } from './mapFilters';

/** All filters of a phone behind one button: a sheet for thumbs, with what it would show. */
export function FilterSheet({
  filters,
  districts,
  shownCount,
  onFilters,
}: {
  filters: MapFilters;
  districts: readonly CityDistrict[];
  /** Stations that pass. */
  shownCount: number;
  onFilters(filters: MapFilters): void;
}) {
  const t = useTranslations('map.filters');
  const [isOpen, setIsOpen] = useState(false);
  const count = activeFilters(filters).filter((name) => SHEET_FILTERS.includes(name)).length;
  const close = () => setIsOpen(false);
  return (
    <>
      <Button
        size="large"
        aria-label={t('openAll', { count })}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        className={count > 0 ? 'border-ink' : 'border-line-strong'}
        icon={<SlidersHorizontal size={16} aria-hidden />}
      >
        {count > 0 ? <span className="tabular">{count}</span> : null}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t('all')}
        closeLabel={t('close')}
        placement="bottom"
      >
        <div className="flex flex-col gap-4">
          <div className="flex flex-col gap-2">
            <DistrictSelect
              districts={districts}
              districtId={filters.districtId}
              onChange={(districtId) => onFilters({ ...filters, districtId })}
            />
            <CoverSelect
              cover={filters.cover}
              onChange={(cover) => onFilters({ ...filters, cover })}
            />
          </div>
          <MoreFields filters={filters} onFilters={onFilters} />
          <Button kind="primary" size="large" onClick={close}>
            {t('done', { count: shownCount })}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
