'use client';

import { useEffect } from 'react';
import { useMap } from 'react-leaflet';

/** Tells Leaflet when its box changes: a folded panel, a turned phone. */
export function MapSize() {
  const map = useMap();
  useEffect(() => {
    const observer = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    observer.observe(map.getContainer());
    return () => observer.disconnect();
  }, [map]);
  return null;
}
