'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { FilterSelect } from './FilterSelect';
import { groupDistricts } from './groupDistricts';
import { useHydrated } from './useHydrated';

/** Arrondissements and, under each, its quartiers. */
export function DistrictSelect({
  districts,
  districtId,
  onChange,
}: {
  districts: readonly CityDistrict[];
  districtId: string | null;
  onChange(districtId: string | null): void;
}) {
  const t = useTranslations('map.filters');
  const isHydrated = useHydrated();
  // A hundred options are for the finger that opens the list, not for the server to write.
  const written = useMemo(
    () => (isHydrated ? districts : districts.filter((d) => d.districtId === districtId)),
    [isHydrated, districts, districtId],
  );
  const groups = useMemo(() => groupDistricts(written), [written]);
  if (districts.length === 0) return null;
  return (
    <FilterSelect
      label={t('district')}
      className="flex-[1.4]"
      value={districtId ?? ''}
      onChange={(value) => onChange(value === '' ? null : value)}
    >
      <option value="">{t('anyDistrict')}</option>
      {groups.map(({ district, children }) => [
        <option key={district.districtId} value={district.districtId}>
          {district.name}
        </option>,
        ...children.map((child) => (
          <option key={child.districtId} value={child.districtId}>
            {`   ${child.name}`}
          </option>
        )),
      ])}
    </FilterSelect>
  );
}
