import { parseAsArrayOf, parseAsStringLiteral } from 'nuqs/server';

/** What can lie over or under the stations. */
export const MAP_LAYERS = ['vehicles', 'districts', 'shortages', 'heat', 'areas'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** Drawn until somebody chooses otherwise. */
export const DEFAULT_LAYERS: readonly MapLayer[] = ['vehicles', 'districts'];

/** The layers' name and spelling in the address: `?layers=vehicles,heat`. */
export const layersParser = parseAsArrayOf(parseAsStringLiteral(MAP_LAYERS));

/** The same layers in the order of `MAP_LAYERS`, each once. */
export function sortedLayers(layers: readonly MapLayer[]): MapLayer[] {
  return MAP_LAYERS.filter((layer) => layers.includes(layer));
}

export function areDefaultLayers(layers: readonly MapLayer[]): boolean {
  return sortedLayers(layers).join() === DEFAULT_LAYERS.join();
}

/** The heat spreads a shortage this far about its station, metres. */
export const HEAT_RADIUS_M = 700;
/** No station's area reaches further than this, metres: nobody walks there. */
export const AREA_REACH_M = 500;
