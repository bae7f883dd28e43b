'use client';

import { throttle, useQueryState } from 'nuqs';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { CityView } from '@/lib/pipeline/cityView';
import { instantOfLocalMinute, localMinuteText } from '@/lib/units/localMinute';
import { parseAsLocalMinute } from '../filters/mapUrl';
import type { ServerTime } from '../freshness/serverTime';
import { fetchPast } from './fetchPast';
import { createPastSource } from './pastSource';
import { createPlayer, type Player, type PlayerState } from './player';

/** Browsers refuse an address that changes more often. */
const ADDRESS_EVERY_MS = 1_000;

/**
 * The player of this page, tied to its address both ways: what is shown is there to be shared, and
 * a link, or the browser's Back, leads to its minute.
 */
export function useTimePlayer(options: {
  timezone: string;
  stationsVersion: number;
  time: ServerTime;
  draw(view: CityView | null): void;
}): { player: Player; state: PlayerState } {
  const { timezone } = options;
  const [asked, setAsked] = useQueryState('at', parseAsLocalMinute);
  const [player] = useState(() => openPlayer(options));
  const state = useSyncExternalStore(player.subscribe, player.state, player.state);
  useAddress(player, timezone, asked, setAsked);
  useEffect(() => () => player.close(), [player]);
  return { player, state };
}

type WriteAddress = (
  text: string | null,
  options: { history: 'push' | 'replace'; limitUrlUpdates: ReturnType<typeof throttle> },
) => unknown;

/** Keeps the address and the player together, whichever of them moves. */
function useAddress(
  player: Player,
  timezone: string,
  asked: string | null,
  setAsked: WriteAddress,
): void {
  /** What the address was told since it last said something of its own. */
  const told = useRef(new Set<string | null>([null]));

  useEffect(() => {
    let writtenMs = Number.NEGATIVE_INFINITY;
    let last: string | null | undefined;
    return player.subscribe(() => {
      const { at, isPlaying } = player.state();
      const text = at === null ? null : localMinuteText(at, timezone);
      const isEarly = isPlaying && performance.now() - writtenMs < ADDRESS_EVERY_MS;
      if (text === last || isEarly) return;
      const isStep = text !== null && told.current.has(null);
      last = text;
      writtenMs = performance.now();
      if (isStep || text === null) told.current = new Set([text]);
      else told.current.add(text);
      // Leaving the present is a step, and so Back leads to it; going about in the past is none.
      const history = isStep ? 'push' : 'replace';
      void setAsked(text, {
        history,
        limitUrlUpdates: throttle(isStep || text === null ? 0 : ADDRESS_EVERY_MS),
      });
    });
  }, [player, timezone, setAsked]);

  useEffect(
    () => () => {
      told.current = new Set([null]);
    },
    [],
  );

  useEffect(() => {
    if (told.current.has(asked)) return;
    told.current = new Set([asked]);
    const at = asked === null ? null : instantOfLocalMinute(asked, timezone);
    if (at === null) player.toNow();
    else player.seek(at);
  }, [asked, player, timezone]);
}

function openPlayer({
  stationsVersion,
  time,
  draw,
}: {
  stationsVersion: number;
  time: ServerTime;
  draw(view: CityView | null): void;
}): Player {
  return createPlayer(createPastSource(fetchPast(stationsVersion)), {
    // A moment is painted with the frame that it was found for, not when React finds the time.
    draw: (view) => flushSync(() => draw(view)),
    onNextFrame(run) {
      const request = requestAnimationFrame(run);
      return () => cancelAnimationFrame(request);
    },
    later(run, delayMs) {
      const timer = window.setTimeout(run, delayMs);
      return () => window.clearTimeout(timer);
    },
    nowMs: () => performance.now(),
    newestAt: () => Math.floor(time.nowS() / 60) * 60,
  });
}
