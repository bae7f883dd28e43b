'use client';

import { useQueryState } from 'nuqs';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { onLayersRemembered, rememberedLayers, rememberLayers } from './layerMemory';
import {
  areDefaultLayers,
  DEFAULT_LAYERS,
  layersParser,
  type MapLayer,
  sortedLayers,
} from './mapLayers';

export interface MapLayersState {
  layers: ReadonlySet<MapLayer>;
  setLayer(layer: MapLayer, isOn: boolean): void;
}

/**
 * The layers to draw: what the address says, else what this browser remembers, else the usual.
 * A choice is written to both.
 */
export function useMapLayers(): MapLayersState {
  const [inUrl, setUrl] = useQueryState('layers', layersParser);
  const remembered = useSyncExternalStore(onLayersRemembered, rememberedLayers, () => null);
  const text = (inUrl ?? remembered ?? DEFAULT_LAYERS).join();
  const layers = useMemo(() => new Set(layersParser.parse(text)), [text]);
  const setLayer = useCallback(
    (layer: MapLayer, isOn: boolean) => {
      const others = [...layers].filter((one) => one !== layer);
      const next = sortedLayers(isOn ? [...others, layer] : others);
      rememberLayers(next);
      void setUrl(areDefaultLayers(next) ? null : next, { history: 'replace', shallow: true });
    },
    [layers, setUrl],
  );
  return { layers, setLayer };
}
