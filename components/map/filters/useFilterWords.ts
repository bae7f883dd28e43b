'use client';

import { useTranslations } from 'use-intl';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { shortDistrictName } from '../canvas/districtShapes';
import type { CapacityRange, MapFilters } from './mapFilters';

/** Says one filter as it is set: "not covered", "20 to 40 docks". Empty where it is not set. */
export function useFilterWords(
  districts: readonly CityDistrict[],
): (name: keyof MapFilters, filters: MapFilters) => string {
  const t = useTranslations('map.empty');
  const severities = useTranslations('map.severity');
  const capacityWords = ({ min, max }: CapacityRange) => {
    if (min !== null && max !== null) return t('capacityBetween', { min, max });
    return min === null ? t('capacityTo', { max: max ?? 0 }) : t('capacityFrom', { min });
  };
  return (name, filters) => {
    switch (name) {
      case 'severities':
        return filters.severities.map((severity) => severities(severity)).join(' / ');
      case 'cover':
        return filters.cover ? t(filters.cover) : '';
      case 'bikes':
        return filters.bikes ? t(filters.bikes) : '';
      case 'capacity':
        return filters.capacity ? capacityWords(filters.capacity) : '';
      case 'isInView':
        return filters.isInView ? t('isInView') : '';
      case 'districtId': {
        if (filters.districtId === null) return '';
        const found = districts.find(({ districtId }) => districtId === filters.districtId);
        return t('district', {
          district: found ? shortDistrictName(found.name) : filters.districtId,
        });
      }
      case 'query': {
        const query = filters.query.trim();
        return query === '' ? '' : t('query', { query });
      }
    }
  };
}
