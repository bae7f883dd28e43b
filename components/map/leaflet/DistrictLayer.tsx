'use client';

import { useTheme } from 'next-themes';
import { useEffect, useRef, useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import { readMapInk } from '../canvas/mapInk';
import { PaneCanvas } from '../canvas/PaneCanvas';
import { FINE_FROM_ZOOM, paintDistricts } from '../canvas/paintDistricts';
import { useDistrictShapes } from './useDistrictShapes';

const PANE = 'limelight-districts';

/**
 * The districts' outlines and names: over tiles a faint orientation, without tiles the ground the
 * stations stand on.
 *
 * @param stationsVersion districts come with the stations: another version, another look
 */
export function DistrictLayer({
  isFilled,
  stationsVersion,
}: {
  isFilled: boolean;
  stationsVersion: number;
}) {
  const map = useMap();
  const [wantsFine, setWantsFine] = useState(map.getZoom() >= FINE_FROM_ZOOM);
  useMapEvents({ zoomend: () => setWantsFine((was) => was || map.getZoom() >= FINE_FROM_ZOOM) });
  const coarse = useDistrictShapes(1, stationsVersion, true);
  const fine = useDistrictShapes(2, stationsVersion, wantsFine);
  const { resolvedTheme } = useTheme();
  const scene = useRef({ coarse, fine, isFilled });
  const layer = useRef<PaneCanvas | null>(null);

  useEffect(() => {
    const container = map.getContainer();
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = '300';
    const canvas = new PaneCanvas(PANE, (frame) => {
      const { fontFamily } = getComputedStyle(container);
      paintDistricts(frame, scene.current, readMapInk(container), fontFamily);
    });
    layer.current = canvas.addTo(map);
    return () => {
      canvas.removeFrom(map);
    };
  }, [map]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme needs new ink
  useEffect(() => {
    scene.current = { coarse, fine, isFilled };
    layer.current?.requestPaint();
  }, [coarse, fine, isFilled, resolvedTheme]);

  return null;
}
