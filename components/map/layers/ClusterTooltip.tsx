'use client';

import { useTranslations } from 'use-intl';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { ClusterTally } from '../canvas/clusterTally';
import { latitudeOf } from '../canvas/mercator';
import { MapTooltip } from '../leaflet/MapTooltip';

const GAP_PX = 22;

/** How it stands in the cluster that is pointed at. */
export function ClusterTooltip({ tally, cluster }: { tally: ClusterTally; cluster: number }) {
  const t = useTranslations('layers.cluster');
  const severities = useTranslations('map.severity');
  const { centres } = tally.clusters;
  const at = {
    lat: latitudeOf(centres[2 * cluster + 1]!),
    lng: (centres[2 * cluster]! - 0.5) * 360,
  };
  return (
    <MapTooltip at={at} gapPx={GAP_PX}>
      <p className="text-sm font-semibold">{t('title', { count: tally.total[cluster]! })}</p>
      <dl className="tabular mt-1 flex flex-wrap gap-x-3 gap-y-1 text-xs">
        {SEVERITIES.map((severity, at) => {
          const count = tally.counts[cluster * SEVERITIES.length + at]!;
          return count === 0 ? null : (
            <div key={severity} className="flex items-center gap-1">
              <SeverityGlyph severity={severity} sizePx={14} />
              <dt className="text-ink-muted">{severities(severity)}</dt>
              <dd className="font-medium">{count}</dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-1 text-xs text-ink-muted">{t('open')}</p>
    </MapTooltip>
  );
}
