'use client';

import { type RefObject, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { type SheetHeight, sheetHeightPx } from './sheetHeight';
import { useEscape } from './useEscape';

interface DeskOptions {
  /** The page's own element. */
  desk: RefObject<HTMLElement | null>;
  ids: readonly string[];
  stationId: string | null;
  selectStation(stationId: string | null): void;
}

/**
 * Which station is open, how high the phone's sheet stands or whether the column is folded away,
 * and where the focus goes.
 */
export function useDesk({ desk, ids, stationId, selectStation }: DeskOptions) {
  const [height, setHeight] = useState<SheetHeight>(stationId === null ? 'peek' : 'half');
  const [hasChosen, setHasChosen] = useState(false);
  const selected = useMemo(() => indexOf(ids, stationId), [ids, stationId]);
  // The pressed row answers at once; panel and map follow when they are drawn.
  const shownId = useDeferredValue(stationId);
  const shown = useMemo(() => indexOf(ids, shownId), [ids, shownId]);
  const [isFolded, setIsFolded] = useState(false);
  const raise = useCallback(() => {
    setIsFolded(false);
    setHeight((was) => (was === 'peek' ? 'half' : was));
  }, []);

  const close = useCallback(() => {
    const held = desk.current?.querySelector('article')?.contains(document.activeElement);
    selectStation(null);
    if (!held) return;
    // What had the focus goes away: it returns to the list it came from.
    requestAnimationFrame(() =>
      desk.current?.querySelector<HTMLElement>('[role=listbox]')?.focus({ preventScroll: true }),
    );
  }, [desk, selectStation]);
  useEscape(stationId === null ? null : close);

  const open = useCallback(
    (index: number | null) => {
      if (index === null) return close();
      setHasChosen(true);
      selectStation(ids[index]!);
      raise();
    },
    [ids, selectStation, close, raise],
  );
  const coveredFootPx = useCallback(
    () => coveredPx(desk.current, selected === null ? height : 'half'),
    [desk, height, selected],
  );
  return {
    ...{ selected, hasChosen, open, close, coveredFootPx },
    /** The station that panel and map show: at most a few frames behind `selected`. */
    shown,
    /** A panel lies over the list, though perhaps of a station that is no more. */
    isPanelOpen: stationId !== null && shownId !== null,
    ...{ height, setHeight, isFolded, setIsFolded, raise },
  };
}

function indexOf(ids: readonly string[], stationId: string | null): number | null {
  const found = stationId === null ? -1 : ids.indexOf(stationId);
  return found < 0 ? null : found;
}

/** How much of the map's foot a phone's sheet covers, CSS pixels. */
function coveredPx(desk: HTMLElement | null, height: SheetHeight): number {
  if (window.matchMedia('(min-width: 768px)').matches) return 0;
  // The map may be drawn before the page around it stands.
  const roomPx = desk?.clientHeight ?? window.innerHeight;
  return sheetHeightPx(height === 'full' ? 'half' : height, roomPx);
}
