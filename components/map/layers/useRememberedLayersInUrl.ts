'use client';

import { useQueryState } from 'nuqs';
import { useEffect } from 'react';
import { rememberedLayers } from './layerMemory';
import { areDefaultLayers, layersParser } from './mapLayers';

/** Writes remembered layers into an address without any, so that a copied one shows the same. */
export function useRememberedLayersInUrl(): void {
  const [inUrl, setUrl] = useQueryState('layers', layersParser);
  useEffect(() => {
    const remembered = rememberedLayers();
    if (inUrl !== null || remembered === null || areDefaultLayers(remembered)) return;
    void setUrl([...remembered], { history: 'replace', shallow: true });
  }, [inUrl, setUrl]);
}
