'use client';

import type { Map as LeafletMap, LeafletMouseEvent } from 'leaflet';
import { useEffect, useRef } from 'react';
import type { StationCanvas } from '../canvas/StationCanvas';

const MOUSE_TOLERANCE_PX = 4;
/** Half of the 44 px that a thumb needs. */
const THUMB_TOLERANCE_PX = 18;

/** Turns pointing and clicking on the map into stations. A click on nothing selects nothing. */
export function usePointer(
  map: LeafletMap,
  layer: StationCanvas | null,
  onSelect: (index: number | null) => void,
  onHover: (index: number | null) => void,
): void {
  const handlers = useRef({ onSelect, onHover });
  useEffect(() => {
    handlers.current = { onSelect, onHover };
  }, [onSelect, onHover]);

  useEffect(() => {
    if (!layer) return;
    const container = map.getContainer();
    const isCoarse = window.matchMedia('(pointer: coarse)').matches;
    let hovered: number | null = null;
    const hover = (index: number | null) => {
      if (index === hovered) return;
      hovered = index;
      container.style.cursor = index === null ? '' : 'pointer';
      handlers.current.onHover(index);
    };
    const onMove = (event: LeafletMouseEvent) => {
      if (!isCoarse) hover(layer.pick(event.originalEvent, MOUSE_TOLERANCE_PX));
    };
    const onLeave = () => hover(null);
    const onClick = (event: LeafletMouseEvent) => {
      const tolerancePx = isCoarse ? THUMB_TOLERANCE_PX : MOUSE_TOLERANCE_PX;
      handlers.current.onSelect(layer.pick(event.originalEvent, tolerancePx));
    };
    map
      .on('mousemove', onMove)
      .on('mouseout', onLeave)
      .on('dragstart', onLeave)
      .on('click', onClick);
    return () => {
      map
        .off('mousemove', onMove)
        .off('mouseout', onLeave)
        .off('dragstart', onLeave)
        .off('click', onClick);
    };
  }, [map, layer]);
}
