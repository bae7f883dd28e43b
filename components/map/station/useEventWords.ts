'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { distanceM } from '@/lib/geo/position';
import type { StationOccurrence } from '@/lib/stations/stationHistory';

/** Says what happened to a station. What the feed said comes as it is: text. */
export function useEventWords(): (event: StationOccurrence) => string {
  const t = useTranslations('station.event');
  const format = useFormatter();
  return ({ kind, before, after }) => {
    const count = (value: number | null | undefined) =>
      value === null || value === undefined ? t('nothing') : format.number(value);
    switch (kind) {
      case 'moved':
        return t('moved', { distanceM: Math.round(movedM(before, after)) });
      case 'renamed':
        return t('renamed', { before: before?.name ?? t('nothing') });
      case 'resized':
        return t('resized', { before: count(before?.capacity), after: count(after?.capacity) });
      case 'recoded':
        return t('recoded', {
          before: before?.stationCode ?? t('nothing'),
          after: after?.stationCode ?? t('nothing'),
        });
      default:
        return t(kind);
    }
  };
}

function movedM(before: StationOccurrence['before'], after: StationOccurrence['after']): number {
  const { lat, lon } = before ?? {};
  if (lat === undefined || lon === undefined) return 0;
  return distanceM({ lat, lon }, { lat: after?.lat ?? lat, lon: after?.lon ?? lon });
}
