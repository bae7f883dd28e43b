'use client';

import { useTheme } from 'next-themes';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { type MapInk, readMapInk } from '../canvas/mapInk';
import type { PaneName } from '../canvas/mapPane';
import { type CanvasFrame, PaneCanvas } from '../canvas/PaneCanvas';

export type PanePainter = (frame: CanvasFrame, ink: MapInk, fontFamily: string) => void;

/**
 * A canvas in a pane of the map around it, painted anew when the painter or the theme changes.
 *
 * @param pane a constant
 * @param painter the same function until there is something else to paint
 */
export function usePaneCanvas(pane: PaneName, painter: PanePainter): void {
  const map = useMap();
  const { resolvedTheme } = useTheme();
  const current = useRef(painter);
  const layer = useRef<PaneCanvas | null>(null);

  useEffect(() => {
    const container = map.getContainer();
    const canvas = new PaneCanvas(pane, (frame) => {
      const { fontFamily } = getComputedStyle(container);
      current.current(frame, readMapInk(container), fontFamily);
    });
    layer.current = canvas.addTo(map);
    return () => {
      canvas.removeFrom(map);
    };
  }, [map, pane]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme needs new ink
  useEffect(() => {
    current.current = painter;
    layer.current?.requestPaint();
  }, [painter, resolvedTheme]);
}
