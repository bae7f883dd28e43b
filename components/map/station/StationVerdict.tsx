'use client';

import { useTranslations } from 'use-intl';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { StationWhy } from './StationWhy';

/** How bad it is, and why. */
export function StationVerdict({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('map');
  const station = useTranslations('station');
  const { assessment } = view.frame;
  const severity = SEVERITIES[assessment.severity[index]!]!;
  const isShort = assessment.shortage[index]! > 0;
  const isCovered = assessment.covered[index] === 1 && isShort;
  return (
    <div>
      <p className="flex items-center gap-2 font-semibold text-base">
        <SeverityGlyph severity={severity} covered={isCovered} sizePx={22} />
        {t(`severity.${severity}`)}
        {isShort ? (
          <span className="font-normal text-ink-muted text-sm">
            {t(isCovered ? 'filters.covered' : 'filters.uncovered')}
          </span>
        ) : null}
        {isShort ? (
          <span className="tabular ml-auto font-normal text-ink-muted text-xs">
            {station('rank', {
              rank: assessment.rank[index]! + 1,
              total: view.base.stations.stationId.length,
            })}
          </span>
        ) : null}
      </p>
      <StationWhy view={view} index={index} />
    </div>
  );
}
