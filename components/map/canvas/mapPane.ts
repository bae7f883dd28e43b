import type { Map as LeafletMap } from 'leaflet';

/** A pane of the map. */
export interface PaneName {
  name: string;
  /** Leaflet's tiles are at 200, its overlays at 400, its tooltips at 650. */
  zIndex: number;
}

/** The pane of that name, made when it is not there yet; pointers go through it. */
export function paneOf(map: LeafletMap, { name, zIndex }: PaneName): HTMLElement {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = String(zIndex);
  pane.style.pointerEvents = 'none';
  return pane;
}
