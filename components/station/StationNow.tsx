'use client';

import { useTranslations } from 'use-intl';
import { Skeleton } from '@/components/ui/Skeleton';
import type { CityView } from '@/lib/pipeline/cityView';
import { StationNumbers } from '../map/station/StationNumbers';
import { StationReport } from '../map/station/StationReport';
import { StationVerdict } from '../map/station/StationVerdict';

/** How the station stands at this moment: as on the map's panel. */
export function StationNow({ view, index }: { view: CityView | null; index: number | null }) {
  const t = useTranslations('stationPage');
  return (
    <section aria-label={t('now')} aria-busy={view === null} className="flex flex-col gap-4">
      {view === null ? (
        <>
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-48 w-full" />
        </>
      ) : index === null ? (
        <p className="text-ink-muted text-sm">{t('notNow')}</p>
      ) : (
        <>
          <StationVerdict view={view} index={index} />
          <StationNumbers view={view} index={index} />
          <StationReport view={view} index={index} />
        </>
      )}
    </section>
  );
}
