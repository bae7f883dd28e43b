'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { joinClasses } from '@/components/ui/joinClasses';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { thresholdsOfStation } from '@/lib/pipeline/stationRules';
import { useStationWords } from '../list/useStationWords';
import { nearbyStations } from './neighbourhood';
import { WalkDistance } from './WalkDistance';

const RADIUS_M = 700;
const LIMIT = 6;

/** The nearest stations with what stands there; those beyond the walk are paler. */
export function Neighbours({
  view,
  index,
  onOpen,
  onHover,
}: {
  view: CityView;
  index: number;
  onOpen(index: number): void;
  onHover(index: number | null): void;
}) {
  const t = useTranslations('station');
  const severities = useTranslations('map.severity');
  const words = useStationWords();
  const nearby = useMemo(
    () => nearbyStations(view.base.stations, index, RADIUS_M, LIMIT),
    [view.base.stations, index],
  );
  const { assessment } = view.frame;
  const { thresholds } = thresholdsOfStation(view, index);
  return (
    <section aria-label={t('neighbours')}>
      <h3 className="text-sm font-semibold">{t('neighbours')}</h3>
      {nearby.length === 0 ? (
        <p className="mt-1 text-xs text-ink-muted">{t('noNeighbours', { radiusM: RADIUS_M })}</p>
      ) : null}
      <ul className="-mx-2 mt-1">
        {nearby.map(({ index: other, distanceM }) => {
          const severity = SEVERITIES[assessment.severity[other]!]!;
          return (
            <li key={view.base.stations.stationId[other]}>
              <button
                type="button"
                onClick={() => onOpen(other)}
                onPointerEnter={(event) => event.pointerType === 'mouse' && onHover(other)}
                onPointerLeave={() => onHover(null)}
                className={joinClasses(
                  'flex min-h-11 w-full items-center gap-2.5 rounded-md px-2 text-left transition-colors hover:bg-hover active:bg-pressed md:min-h-9',
                  distanceM > thresholds.walkRadiusM && 'text-ink-muted',
                )}
              >
                <SeverityGlyph
                  severity={severity}
                  covered={assessment.covered[other] === 1 && assessment.shortage[other]! > 0}
                  label={severities(severity)}
                  className="shrink-0"
                />
                <span className="min-w-0 flex-1 truncate">{view.base.stations.name[other]}</span>
                <span className="tabular shrink-0 text-xs">{words.bikes(view, other)}</span>
                <WalkDistance distanceM={distanceM} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
