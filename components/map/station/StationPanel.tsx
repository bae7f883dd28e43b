'use client';

import dynamic from 'next/dynamic';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { NearbyVehicles } from './NearbyVehicles';
import { Neighbours } from './Neighbours';
import { StationHeader } from './StationHeader';
import { StationLinks } from './StationLinks';
import { StationNumbers } from './StationNumbers';
import { StationReport } from './StationReport';
import { StationVerdict } from './StationVerdict';
import { stepKey } from './stepKey';

const StationPast = dynamic(() => import('./StationPast'), { ssr: false });

/**
 * Everything about one station.
 *
 * @param order the listed stations, along which one can step
 * @param takesFocus moves the focus to its name when it opens: it replaced what had the focus
 */
export function StationPanel({
  view,
  index,
  order,
  takesFocus,
  onOpen,
  onHover,
  onClose,
}: {
  view: CityView;
  index: number;
  order: readonly number[];
  takesFocus: boolean;
  onOpen(index: number): void;
  onHover(index: number | null): void;
  onClose(): void;
}) {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const stepper = useRef<HTMLSpanElement>(null);
  const { stations } = view.base;
  const stationId = stations.stationId[index]!;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another station is another opening
  useEffect(() => {
    // Who steps along the list compares: the focus and the place on the panel stay.
    if (!takesFocus || stepper.current?.contains(document.activeElement)) return;
    heading.current?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
  }, [stationId, takesFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepKey(event, order, index);
    if (to === null) return;
    event.preventDefault();
    onOpen(to);
  };
  return (
    <article
      ref={panel}
      aria-labelledby="station-name"
      onKeyDown={onKeyDown}
      className="absolute inset-0 animate-appear overflow-y-auto overscroll-contain bg-paper"
    >
      <StationHeader {...{ view, index, order, heading, stepper, onOpen, onClose }} />
      <div className="flex flex-col gap-5 px-4 py-4">
        <StationVerdict view={view} index={index} />
        <StationNumbers view={view} index={index} />
        <StationReport view={view} index={index} />
        <StationPast view={view} index={index} />
        <Neighbours view={view} index={index} onOpen={onOpen} onHover={onHover} />
        <NearbyVehicles view={view} index={index} />
        <StationLinks
          stationId={stationId}
          name={stations.name[index]!}
          lat={stations.lat[index]!}
          lon={stations.lon[index]!}
        />
      </div>
    </article>
  );
}
