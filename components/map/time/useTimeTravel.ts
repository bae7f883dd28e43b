'use client';

import { useQueryState } from 'nuqs';
import { useCallback, useMemo, useState } from 'react';
import { isRememberedPage } from '@/components/offline/rememberedView';
import type { CityView } from '@/lib/pipeline/cityView';
import { parseAsLocalMinute } from '../filters/mapUrl';
import type { ServerTime } from '../freshness/serverTime';

export interface TimeTravel {
  /** The bar under the map is open. */
  isOpen: boolean;
  toggle(): void;
  /** Back to the present; the bar stays. */
  leave(): void;
  /** `arriving`: the address asks for a past that is not there yet, so nothing may be read. */
  phase: 'present' | 'arriving' | 'past';
  /** What to show. */
  view: CityView;
  /** What "now" means to what is shown. */
  time: ServerTime;
  /** Told what of the past to show; null: nothing. */
  draw(past: CityView | null): void;
}

/** Whether the page shows the present or a past minute. What finds the past is loaded when asked for. */
export function useTimeTravel(present: CityView, presentTime: ServerTime): TimeTravel {
  const [linked, setAsked] = useQueryState('at', parseAsLocalMinute);
  // Where nothing can be reached there is the last known state, and no past.
  const asked = isRememberedPage() ? null : linked;
  const [wasOpened, setOpened] = useState(false);
  const [past, draw] = useState<CityView | null>(null);
  const isOpen = wasOpened || asked !== null;
  const shown = asked === null ? null : past;
  const at = shown?.frame.past?.at ?? null;
  const time = useMemo(() => (at === null ? presentTime : standingTime(at)), [at, presentTime]);
  const toggle = useCallback(() => {
    setOpened(!isOpen);
    if (!isOpen) return;
    draw(null);
    void setAsked(null);
  }, [isOpen, setAsked]);
  const leave = useCallback(() => {
    setOpened(true);
    void setAsked(null);
  }, [setAsked]);
  const phase = asked === null ? 'present' : shown ? 'past' : 'arriving';
  const view = shown ?? present;
  return useMemo(
    () => ({ isOpen, toggle, leave, time, draw, phase, view }),
    [isOpen, toggle, leave, time, phase, view],
  );
}

/** A clock that stands still: a report of the past is as old as it was then. */
function standingTime(at: number): ServerTime {
  return { nowS: () => at, subscribe: () => () => {}, mend: () => {} };
}
