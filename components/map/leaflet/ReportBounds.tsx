'use client';

import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import type { CityMapProps } from './cityMapProps';

/** Tells what the map shows, clear of what covers its foot, each time that it has come to rest. */
export function ReportBounds({
  onBounds,
  coveredFootPx,
}: Pick<CityMapProps, 'onBounds' | 'coveredFootPx'>) {
  const map = useMap();
  useEffect(() => {
    if (!onBounds) return;
    const report = () => {
      const size = map.getSize();
      const topLeft = map.containerPointToLatLng([0, 0]);
      const bottomRight = map.containerPointToLatLng([size.x, size.y - coveredFootPx()]);
      onBounds({
        west: topLeft.lng,
        east: bottomRight.lng,
        south: bottomRight.lat,
        north: topLeft.lat,
      });
    };
    report();
    map.on('moveend resize', report);
    return () => {
      map.off('moveend resize', report);
    };
  }, [map, onBounds, coveredFootPx]);
  return null;
}
