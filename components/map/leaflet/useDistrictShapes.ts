'use client';

import { useEffect, useState } from 'react';
import {
  type DistrictCollection,
  type DistrictShape,
  districtShapes,
} from '../canvas/districtShapes';

const NONE: DistrictShape[] = [];

/**
 * The districts of one level, once they are wanted. Without them the map is plainer, nothing else:
 * a failed call is left alone until the stations change.
 */
export function useDistrictShapes(
  level: number,
  stationsVersion: number,
  isWanted: boolean,
): DistrictShape[] {
  const [shapes, setShapes] = useState(NONE);
  useEffect(() => {
    if (!isWanted) return;
    const abort = new AbortController();
    fetch(`/api/map/districts?level=${level}&version=${stationsVersion}`, { signal: abort.signal })
      .then(async (response) => {
        if (response.ok) setShapes(districtShapes((await response.json()) as DistrictCollection));
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) console.warn('districts could not be fetched', error);
      });
    return () => abort.abort();
  }, [level, stationsVersion, isWanted]);
  return shapes;
}
