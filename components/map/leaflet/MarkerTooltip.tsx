'use client';

import { useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { CityView } from '@/lib/pipeline/cityView';
import { MarkerSummary } from './MarkerSummary';

const GAP_PX = 14;
/** Nearer than this to the top, the words stand below the marker. */
const ROOM_PX = 96;

/** Name and numbers at the marker that is pointed at, on the map or in the list. */
export function MarkerTooltip({ view, index }: { view: CityView; index: number }) {
  const map = useMap();
  const [isMoving, setIsMoving] = useState(false);
  useMapEvents({
    movestart: () => setIsMoving(true),
    zoomstart: () => setIsMoving(true),
    moveend: () => setIsMoving(false),
  });
  const { lat, lon } = view.base.stations;
  const { x, y } = map.latLngToContainerPoint([lat[index]!, lon[index]!]);
  const size = map.getSize();
  if (isMoving || x < 0 || y < 0 || x > size.x || y > size.y) return null;
  const isBelow = y < ROOM_PX;
  return (
    <div
      role="tooltip"
      className="pointer-events-none absolute z-[700] w-max max-w-64 rounded-md border border-line bg-raised px-3 py-2 text-ink shadow-overlay"
      style={{
        left: Math.max(140, Math.min(size.x - 140, x)),
        top: isBelow ? y + GAP_PX : y - GAP_PX,
        transform: isBelow ? 'translate(-50%, 0)' : 'translate(-50%, -100%)',
      }}
    >
      <MarkerSummary view={view} index={index} />
    </div>
  );
}
