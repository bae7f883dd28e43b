'use client';

import { useTheme } from 'next-themes';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { readMapInk } from '../canvas/mapInk';
import { StationCanvas } from '../canvas/StationCanvas';
import type { CityMapProps } from './cityMapProps';
import { MarkerTooltip } from './MarkerTooltip';
import { markPainted } from './markPainted';
import { usePointer } from './usePointer';

type StationLayerProps = Pick<
  CityMapProps,
  'view' | 'shown' | 'selected' | 'hovered' | 'news' | 'onSelect' | 'onHover'
>;

/** Binds the station canvas to the page's state: what is shown, pointed at and selected. */
export function StationLayer(props: StationLayerProps) {
  const { view, shown, selected, hovered, news, onSelect, onHover } = props;
  const map = useMap();
  const [layer, setLayer] = useState<StationCanvas | null>(null);
  const { resolvedTheme } = useTheme();
  const theme = useRef(resolvedTheme);

  useLayoutEffect(() => {
    const container = map.getContainer();
    const created = new StationCanvas(
      map,
      readMapInk(container),
      getComputedStyle(container).fontFamily,
      () => window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      (painted) => markPainted(container, painted.frame.marker),
    );
    setLayer(created);
    return () => created.remove();
  }, [map]);

  // Before the browser paints the rest of the page: markers never lag behind the list.
  useLayoutEffect(() => layer?.show(view, shown), [layer, view, shown]);

  useEffect(() => {
    layer?.attend({ selected, hovered, news });
  }, [layer, selected, hovered, news]);

  useEffect(() => {
    if (theme.current === resolvedTheme) return;
    theme.current = resolvedTheme;
    layer?.changeInk(readMapInk(map.getContainer()));
  }, [layer, map, resolvedTheme]);

  usePointer(map, layer, onSelect, onHover);
  return hovered === null ? null : <MarkerTooltip view={view} index={hovered} />;
}
