'use client';

import { type ReactNode, useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';

const GAP_PX = 14;
/** Nearer than this to the top, the words stand below the place. */
const ROOM_PX = 96;
const HALF_WIDTH_PX = 140;

/** Words at a place of the map, gone while it moves. */
export function MapTooltip({
  at,
  gapPx = GAP_PX,
  children,
}: {
  at: { lat: number; lng: number };
  /** Between the place and the words. */
  gapPx?: number;
  children: ReactNode;
}) {
  const map = useMap();
  const [isMoving, setIsMoving] = useState(false);
  useMapEvents({
    movestart: () => setIsMoving(true),
    zoomstart: () => setIsMoving(true),
    moveend: () => setIsMoving(false),
  });
  const { x, y } = map.latLngToContainerPoint(at);
  const size = map.getSize();
  if (isMoving || x < 0 || y < 0 || x > size.x || y > size.y) return null;
  const isBelow = y < ROOM_PX;
  return (
    <div
      role="tooltip"
      className="pointer-events-none absolute z-[700] w-max max-w-64 rounded-md border border-line bg-raised px-3 py-2 text-ink shadow-overlay"
      style={{
        left: Math.max(HALF_WIDTH_PX, Math.min(size.x - HALF_WIDTH_PX, x)),
        top: isBelow ? y + gapPx : y - gapPx,
        transform: isBelow ? 'translate(-50%, 0)' : 'translate(-50%, -100%)',
      }}
    >
      {children}
    </div>
  );
}
