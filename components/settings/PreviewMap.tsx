'use client';

import { useMemo } from 'react';
import { SEVERITY_STYLE, severityPath } from '@/components/ui/severityStyle';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { ChangedStation } from '@/lib/pipeline/previewSettings';
import { cityOutline, OUTLINE_WIDTH } from './cityOutline';
import { useDistrictFeatures } from './useDistrictFeatures';

const LEVELS = [1];
const RADIUS = 13;

/** Where the changed stations are, as they would be judged; the list says the same in words. */
export function PreviewMap({ stations }: { stations: readonly ChangedStation[] }) {
  const features = useDistrictFeatures(LEVELS);
  const outline = useMemo(() => cityOutline(features, stations), [features, stations]);
  if (!outline) return null;
  return (
    <svg
      viewBox={`0 0 ${OUTLINE_WIDTH} ${outline.heightUnits}`}
      className="max-h-64 w-full rounded-sm bg-sunken"
      aria-hidden="true"
      focusable="false"
      data-stations={stations.length}
    >
      {outline.paths.map(({ districtId, d }) => (
        <path key={districtId} d={d} className="fill-raised stroke-line-strong" strokeWidth={1.5} />
      ))}
      {/* The worst are painted last, on top. */}
      {stations.toReversed().map((station) => {
        const { x, y } = outline.project(station);
        const style = SEVERITY_STYLE[SEVERITIES[station.after]!];
        const isHollow = station.coveredAfter === 1 || style.shape === 'crossedRing';
        return (
          <path
            key={station.stationId}
            d={severityPath(style.shape, RADIUS)}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
            fill={isHollow ? 'none' : style.fill}
            stroke={isHollow ? style.fill : style.stroke}
            strokeWidth={isHollow ? 5 : 2.5}
          />
        );
      })}
    </svg>
  );
}
