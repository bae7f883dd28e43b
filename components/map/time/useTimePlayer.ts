'use client';

import { throttle, useQueryState } from 'nuqs';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
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
  const written = useRef<string | null>(null);

  const write = useCallback(
    (text: string | null) => {
      const isLeaving = written.current === null || text === null;
      written.current = text;
      // Leaving the present is a step, and so Back leads to it; going about in the past is none.
      const history = isLeaving && text !== null ? 'push' : 'replace';
      void setAsked(text, {
        history,
        limitUrlUpdates: throttle(isLeaving ? 0 : ADDRESS_EVERY_MS),
      });
    },
    [setAsked],
  );

  useEffect(() => {
    if (asked === written.current) return;
    written.current = asked;
    const at = asked === null ? null : instantOfLocalMinute(asked, timezone);
    if (at === null) player.toNow();
    else player.seek(at);
  }, [asked, player, timezone]);

  useEffect(() => {
    const follow = () => {
      const { at } = player.state();
      const text = at === null ? null : localMinuteText(at, timezone);
      if (text !== written.current) write(text);
    };
    return player.subscribe(follow);
  }, [player, timezone, write]);

  useEffect(() => () => player.close(), [player]);
  return { player, state };
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
