'use client';

import { useEffect, useState } from 'react';
import type { KnownPast } from '@/lib/pipeline/pastLine';
import type { TimeStretch } from './timeStretch';

const ADDRESS = '/api/map/past/line';
/** A line that reaches into the present is asked for anew after so long, seconds. */
const ANEW_AFTER_S = 15 * 60;
/** Lines kept: the days somebody looks through. */
const KEPT_LINES = 40;
/** Who drags through the days does not want the lines of all of them. */
const REST_MS = 200;

type Lines = ReadonlyMap<string, KnownPast>;

/**
 * How far the past reaches, and what it was like over a stretch; kept for when it is looked at
 * again. Without it the slider is plainer, nothing else: a failed call is left until the next stretch.
 *
 * @param stretchOf which stretch is in sight; null: how far the past reaches is not known yet
 * @param nowAt epoch seconds
 */
export function usePastLine(
  stretchOf: (oldestAt: number | null) => TimeStretch,
  nowAt: number,
): KnownPast & { stretch: TimeStretch } {
  const [lines, setLines] = useState<Lines>(new Map());
  const [oldestAt, setOldestAt] = useState<number | null>(null);
  const { fromAt, toAt } = stretchOf(oldestAt);
  const slot = Math.floor(nowAt / ANEW_AFTER_S);
  const key = `${fromAt} ${toAt} ${toAt > slot * ANEW_AFTER_S ? slot : ''}`;
  const known = lines.get(key);
  const isKnown = known !== undefined;

  useEffect(() => {
    if (isKnown) return;
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      readLine({ fromAt, toAt }, abort.signal).then(
        (past) => {
          setOldestAt(past.oldestAt);
          setLines((was) => kept(was, key, past));
        },
        (error: unknown) => {
          if (!abort.signal.aborted) console.warn('the line of the past could not be read', error);
        },
      );
    }, REST_MS);
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [key, isKnown, fromAt, toAt]);

  return { oldestAt, line: known?.line ?? null, stretch: { fromAt, toAt } };
}

function kept(lines: Lines, key: string, past: KnownPast): Lines {
  return new Map([...[...lines].slice(1 - KEPT_LINES), [key, past]]);
}

/** @throws when the server is out of reach or refuses */
async function readLine({ fromAt, toAt }: TimeStretch, signal: AbortSignal): Promise<KnownPast> {
  const iso = (at: number) => new Date(at * 1_000).toISOString();
  const query = new URLSearchParams({ from: iso(fromAt), to: iso(toAt) });
  const response = await fetch(`${ADDRESS}?${query}`, { signal });
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  return (await response.json()) as KnownPast;
}
