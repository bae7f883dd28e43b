'use client';

import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { CityView } from '@/lib/pipeline/cityView';

/** A selected station this near an edge is brought further in, CSS pixels. */
const EDGE_PX = 72;
/** From this zoom on a station is told from its neighbours; below it, selecting zooms in. */
const TELLS_APART_ZOOM = 14;

/**
 * Brings a newly selected station into sight, clear of whatever covers the map, and otherwise
 * leaves the map where the person put it. New data never move it.
 */
export function FollowSelection({
  view,
  selected,
  coveredFootPx,
  zoom,
}: {
  view: CityView;
  selected: number | null;
  coveredFootPx(): number;
  zoom: number;
}) {
  const map = useMap();
  const { stationId, lat, lon } = view.base.stations;
  const selectedId = selected === null ? null : stationId[selected]!;
  // None yet, also where the page opens on a station: before the page stands nobody knows how much
  // of the map its sheet covers.
  const followedId = useRef<string | null>(null);
  const hasOpened = useRef(false);

  useEffect(() => {
    const isOpening = !hasOpened.current;
    hasOpened.current = true;
    if (followedId.current === selectedId) return;
    followedId.current = selectedId;
    if (selected === null) return;
    const footPx = coveredFootPx();
    const size = map.getSize();
    const target = map.latLngToContainerPoint([lat[selected]!, lon[selected]!]);
    const isInSight =
      target.x >= EDGE_PX &&
      target.x <= size.x - EDGE_PX &&
      target.y >= EDGE_PX &&
      target.y <= size.y - footPx - EDGE_PX;
    if (isInSight && map.getZoom() >= TELLS_APART_ZOOM) return;
    const nextZoom = map.getZoom() >= TELLS_APART_ZOOM ? map.getZoom() : zoom;
    const centre = map.project([lat[selected]!, lon[selected]!], nextZoom).add([0, footPx / 2]);
    const isStill = isOpening || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.setView(map.unproject(centre, nextZoom), nextZoom, { animate: !isStill });
  }, [map, selectedId, selected, lat, lon, coveredFootPx, zoom]);

  return null;
}
