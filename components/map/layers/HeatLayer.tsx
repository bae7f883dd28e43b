'use client';

import { useCallback } from 'react';
import type { MercatorPoints } from '../canvas/mercator';
import { latitudeOf } from '../canvas/mercator';
import { type PanePainter, usePaneCanvas } from '../leaflet/usePaneCanvas';
import { paintHeat } from './paintHeat';

const PANE = { name: 'limelight-heat', zIndex: 320 };

/** Where bikes are short and nothing is near, as a field under the stations. */
export default function HeatLayer({
  points,
  bikes,
}: {
  points: MercatorPoints;
  bikes: readonly number[];
}) {
  const painter = useCallback<PanePainter>(
    (frame, ink) => {
      if (points.length === 0) return;
      paintHeat(frame, { points, bikes, lat: latitudeOf(points[1]!) }, ink.theme);
    },
    [points, bikes],
  );
  usePaneCanvas(PANE, painter);
  return null;
}
