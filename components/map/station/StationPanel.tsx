'use client';

import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { districtName } from '../list/useStationWords';
import { Neighbours } from './Neighbours';
import { StationLinks } from './StationLinks';
import { StationNumbers } from './StationNumbers';
import { StationReport } from './StationReport';
import { StationWhy } from './StationWhy';

/**
 * Everything about one station.
 *
 * @param takesFocus moves the focus to its name when it opens: it replaced what had the focus
 */
export function StationPanel({
  view,
  index,
  takesFocus,
  onOpen,
  onHover,
  onClose,
}: {
  view: CityView;
  index: number;
  takesFocus: boolean;
  onOpen(index: number): void;
  onHover(index: number | null): void;
  onClose(): void;
}) {
  const t = useTranslations('map');
  const station = useTranslations('station');
  const heading = useRef<HTMLHeadingElement>(null);
  const { stations } = view.base;
  const { assessment } = view.frame;
  const severity = SEVERITIES[assessment.severity[index]!]!;
  const isShort = assessment.shortage[index]! > 0;
  const isCovered = assessment.covered[index] === 1 && isShort;
  const stationId = stations.stationId[index]!;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another station is another opening
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [stationId, takesFocus]);

  const place = [
    stations.stationCode[index] ? station('code', { code: stations.stationCode[index] }) : '',
    districtName(view, index),
  ].filter(Boolean);
  return (
    <article
      aria-labelledby="station-name"
      className="absolute inset-0 animate-appear overflow-y-auto overscroll-contain bg-paper"
    >
      <header className="sticky top-0 z-10 flex items-start gap-1 border-b border-line bg-paper py-2 pr-4 pl-2">
        <IconButton label={station('back')} onClick={onClose}>
          <ArrowLeft size={18} aria-hidden />
        </IconButton>
        <div className="min-w-0 flex-1 py-1">
          <h2
            id="station-name"
            ref={heading}
            tabIndex={-1}
            className="text-lg font-semibold outline-none"
          >
            {stations.name[index]}
          </h2>
          <p className="text-xs text-ink-muted">{place.join(' · ')}</p>
        </div>
      </header>
      <div className="flex flex-col gap-5 px-4 py-4">
        <div>
          <p className="flex items-center gap-2 text-base font-semibold">
            <SeverityGlyph severity={severity} covered={isCovered} sizePx={22} />
            {t(`severity.${severity}`)}
            {isShort ? (
              <span className="text-sm font-normal text-ink-muted">
                {t(isCovered ? 'filters.covered' : 'filters.uncovered')}
              </span>
            ) : null}
            {isShort ? (
              <span className="tabular ml-auto text-xs font-normal text-ink-muted">
                {station('rank', {
                  rank: assessment.rank[index]! + 1,
                  total: stations.stationId.length,
                })}
              </span>
            ) : null}
          </p>
          <StationWhy view={view} index={index} />
        </div>
        <StationNumbers view={view} index={index} />
        <StationReport view={view} index={index} />
        <Neighbours view={view} index={index} onOpen={onOpen} onHover={onHover} />
        <StationLinks
          name={stations.name[index]!}
          lat={stations.lat[index]!}
          lon={stations.lon[index]!}
        />
      </div>
    </article>
  );
}
