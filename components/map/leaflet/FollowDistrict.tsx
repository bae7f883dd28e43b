'use client';

import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { boundsOf } from './cityBounds';
import type { CityMapProps } from './cityMapProps';

/** Brings the stations of a newly chosen district into sight. New data never move the map. */
export function FollowDistrict({
  view,
  districtId,
  shown,
  coveredFootPx,
}: Pick<CityMapProps, 'view' | 'districtId' | 'shown' | 'coveredFootPx'>) {
  const map = useMap();
  const followed = useRef<string | null>(null);
  const { stations } = view.base;

  useEffect(() => {
    if (followed.current === districtId) return;
    followed.current = districtId;
    const bounds = districtId === null || !shown ? null : boundsOf(stations, shown);
    if (!bounds) return;
    map.fitBounds(bounds, {
      paddingTopLeft: [32, 64],
      paddingBottomRight: [32, 32 + coveredFootPx()],
      maxZoom: 15,
      animate: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
  }, [map, districtId, shown, stations, coveredFootPx]);

  return null;
}
