'use client';

import { useTranslations } from 'use-intl';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import type { DistrictShape } from '../canvas/districtShapes';
import { latitudeOf } from '../canvas/mercator';
import { MapTooltip } from '../leaflet/MapTooltip';
import type { DistrictSum } from './districtSums';

const COUNTED = ['empty', 'critical', 'low'] as const;

/** How the district that is pointed at stands. */
export function DistrictTooltip({
  district,
  sum,
}: {
  district: DistrictShape;
  sum: DistrictSum | null;
}) {
  const t = useTranslations('layers.district');
  const severities = useTranslations('map.severity');
  const at = { lat: latitudeOf(district.labelY), lng: (district.labelX - 0.5) * 360 };
  return (
    <MapTooltip at={at} gapPx={20}>
      <p className="text-sm font-semibold">{district.name}</p>
      {sum === null ? (
        <p className="mt-0.5 text-xs text-ink-muted">{t('noStations')}</p>
      ) : (
        <>
          <p className="tabular mt-0.5 text-xs">
            <span className="font-medium">
              {t('uncovered', { bikes: Math.round(sum.uncoveredBikes) })}
            </span>
            <span className="text-ink-muted"> · {t('stations', { count: sum.stations })}</span>
          </p>
          <dl className="tabular mt-1 flex gap-3 text-xs">
            {COUNTED.map((severity) => (
              <div key={severity} className="flex items-center gap-1">
                <SeverityGlyph severity={severity} sizePx={14} />
                <dt className="text-ink-muted">{severities(severity)}</dt>
                <dd className="font-medium">{sum[severity]}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-1 text-xs text-ink-muted">{t('press')}</p>
        </>
      )}
    </MapTooltip>
  );
}
