'use client';

import type { LatLng } from 'leaflet';
import { useTheme } from 'next-themes';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { readMapInk } from '../canvas/mapInk';
import type { MercatorPoints } from '../canvas/mercator';
import type { VehicleScene } from '../canvas/paintVehicles';
import { type Picked, StationCanvas } from '../canvas/StationCanvas';
import { ClusterTooltip } from '../layers/ClusterTooltip';
import type { ClusterLevels } from '../layers/clustersAt';
import type { CityMapProps } from './cityMapProps';
import { MarkerTooltip } from './MarkerTooltip';
import { markPainted } from './markPainted';
import { usePointer } from './usePointer';
import { zoomToCluster } from './zoomToCluster';

type StationLayerProps = Pick<
  CityMapProps,
  'view' | 'shown' | 'selected' | 'hovered' | 'news' | 'onSelect' | 'onHover'
> & {
  points: MercatorPoints;
  clusters: ClusterLevels | null;
  vehicles: VehicleScene | null;
  /** Pointed at the ground between the markers; null: no longer. */
  onGround(at: LatLng | null): void;
  /** @returns whether the ground there means something */
  onGroundPress(at: LatLng): boolean;
};

/** Binds the station canvas to the page's state: what is shown, pointed at and selected. */
export function StationLayer(props: StationLayerProps) {
  const { view, shown, points, clusters, vehicles, selected, hovered, news } = props;
  const map = useMap();
  const layer = useStationCanvas();
  const [pointed, setPointed] = useState<Picked | null>(null);

  // Before the browser paints the rest of the page: markers never lag behind the list.
  useLayoutEffect(
    () => layer?.show({ view, shown, points, clusters, vehicles }),
    [layer, view, shown, points, clusters, vehicles],
  );

  useEffect(() => {
    layer?.attend({ selected, hovered, news });
  }, [layer, selected, hovered, news]);

  usePointer(map, layer, {
    onGround: props.onGround,
    onPoint(picked) {
      setPointed(picked);
      props.onHover(picked?.kind === 'station' ? picked.index : null);
    },
    onPress(picked, at) {
      if (picked?.kind === 'station') props.onSelect(picked.index);
      else if (picked) zoomToCluster(map, points, picked);
      else if (!props.onGroundPress(at)) props.onSelect(null);
    },
  });
  if (hovered !== null) return <MarkerTooltip view={view} index={hovered} />;
  return pointed?.kind === 'cluster' ? <ClusterTooltip {...pointed} /> : null;
}

/** One canvas for as long as the map lives, in the colours of the theme. */
function useStationCanvas(): StationCanvas | null {
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
      (painted) => markPainted(container, painted.frame),
    );
    setLayer(created);
    return () => created.remove();
  }, [map]);

  useEffect(() => {
    if (theme.current === resolvedTheme) return;
    theme.current = resolvedTheme;
    layer?.changeInk(readMapInk(map.getContainer()));
  }, [layer, map, resolvedTheme]);
  return layer;
}
