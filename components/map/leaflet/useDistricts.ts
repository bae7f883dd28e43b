'use client';

import { useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { DistrictShape } from '../canvas/districtShapes';
import { useDistrictShapes } from './useDistrictShapes';

/** From this zoom on a district is told by its parts. */
const FINE_FROM_ZOOM = 14;

export interface Districts {
  /** Arrondissements. */
  coarse: readonly DistrictShape[];
  /** Quartiers; none until one was near enough to see them. */
  fine: readonly DistrictShape[];
  /** Those of the two that speak at the zoom of the map. */
  current: readonly DistrictShape[];
}

/** @param stationsVersion districts come with the stations: another version, another look */
export function useDistricts(stationsVersion: number): Districts {
  const map = useMap();
  const [isNear, setIsNear] = useState(map.getZoom() >= FINE_FROM_ZOOM);
  const [wasNear, setWasNear] = useState(isNear);
  useMapEvents({
    zoomend() {
      const near = map.getZoom() >= FINE_FROM_ZOOM;
      setIsNear(near);
      if (near) setWasNear(true);
    },
  });
  const coarse = useDistrictShapes(1, stationsVersion, true);
  const fine = useDistrictShapes(2, stationsVersion, wasNear);
  return { coarse, fine, current: isNear && fine.length > 0 ? fine : coarse };
}
