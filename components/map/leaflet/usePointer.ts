'use client';

import type { LatLng, Map as LeafletMap, LeafletMouseEvent } from 'leaflet';
import { useEffect, useRef } from 'react';
import type { Picked, StationCanvas } from '../canvas/StationCanvas';

const MOUSE_TOLERANCE_PX = 4;
/** Half of the 44 px that a thumb needs. */
const THUMB_TOLERANCE_PX = 18;

export interface PointerHandlers {
  /** Pointed at something else than before; null: at nothing of the canvas. */
  onPoint(picked: Picked | null): void;
  /** Pointed at the ground between the markers; null: no longer. */
  onGround(at: LatLng | null): void;
  onPress(picked: Picked | null, at: LatLng): void;
}

/** Turns pointing and pressing on the map into stations, clusters and ground. */
export function usePointer(
  map: LeafletMap,
  layer: StationCanvas | null,
  handlers: PointerHandlers,
): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  }, [handlers]);

  useEffect(() => {
    if (!layer) return;
    const container = map.getContainer();
    const isCoarse = window.matchMedia('(pointer: coarse)').matches;
    let pointedAt = '';
    const point = (picked: Picked | null) => {
      const name = nameOf(picked);
      if (name === pointedAt) return;
      pointedAt = name;
      container.style.cursor = picked === null ? '' : 'pointer';
      current.current.onPoint(picked);
    };
    const onMove = (event: LeafletMouseEvent) => {
      if (isCoarse) return;
      const picked = layer.pick(event.originalEvent, MOUSE_TOLERANCE_PX);
      point(picked);
      current.current.onGround(picked ? null : event.latlng);
    };
    const onLeave = () => {
      point(null);
      current.current.onGround(null);
    };
    const onClick = (event: LeafletMouseEvent) => {
      const tolerancePx = isCoarse ? THUMB_TOLERANCE_PX : MOUSE_TOLERANCE_PX;
      current.current.onPress(layer.pick(event.originalEvent, tolerancePx), event.latlng);
    };
    map
      .on('mousemove', onMove)
      .on('mouseout', onLeave)
      .on('dragstart', onLeave)
      .on('zoomstart', onLeave)
      .on('click', onClick);
    return () => {
      map
        .off('mousemove', onMove)
        .off('mouseout', onLeave)
        .off('dragstart', onLeave)
        .off('zoomstart', onLeave)
        .off('click', onClick);
    };
  }, [map, layer]);
}

function nameOf(picked: Picked | null): string {
  if (!picked) return '';
  return picked.kind === 'station' ? `s${picked.index}` : `c${picked.cluster}`;
}
