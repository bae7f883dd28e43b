'use client';

import { debounce, useQueryStates } from 'nuqs';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { MapFilters } from './mapFilters';
import { filtersFromUrl, filtersToUrl, mapUrlParsers } from './mapUrl';

const TYPING_MS = 250;

/** Filters and the selected station, kept in the address without asking the server. */
export function useMapUrl() {
  const [url, setUrl] = useQueryStates(mapUrlParsers, { history: 'replace', shallow: true });
  const filters = useMemo(() => filtersFromUrl(url), [url]);

  const setFilters = useCallback(
    (next: MapFilters) => {
      // State changes at once; only the address waits until the typing rests.
      void setUrl(filtersToUrl(next), { limitUrlUpdates: debounce(TYPING_MS) });
    },
    [setUrl],
  );

  const setDistrict = useCallback(
    (districtId: string) => void setUrl({ district: districtId }),
    [setUrl],
  );

  /** Opening a station is a step: the browser's Back closes it. Moving between stations is not. */
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = url.station !== null;
  });
  const selectStation = useCallback(
    (stationId: string | null) => {
      const history = stationId !== null && !isOpen.current ? 'push' : 'replace';
      void setUrl({ station: stationId }, { history });
    },
    [setUrl],
  );

  return { filters, setFilters, setDistrict, stationId: url.station, selectStation };
}
