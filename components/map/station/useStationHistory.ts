'use client';

import { useCallback, useEffect, useState } from 'react';
import type { JudgedHistory } from '@/lib/pipeline/stationLevels';

/** A failed call is made again after this long, whoever presses nothing. */
const RETRY_MS = 10_000;
/** A moment of the past that stands for so long is one that somebody looks at. */
const PAST_RESTS_MS = 250;

interface HistoryAnswer {
  stationId: string;
  /** The last that was read; null: nothing yet. */
  history: JudgedHistory | null;
  /** The last call failed. */
  hasFailed: boolean;
}

/**
 * A station's history, read again whenever the key changes, and after a failure until it succeeds.
 * What was read stays meanwhile.
 *
 * @param changeKey differs when the station's history does
 * @param endAt where it ends, epoch seconds; null: now
 */
export function useStationHistory(stationId: string, changeKey: string, endAt: number | null) {
  const [answer, setAnswer] = useState<HistoryAnswer>({
    stationId,
    history: null,
    hasFailed: false,
  });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((was) => was + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each key and attempt is another call
  useEffect(() => {
    const abort = new AbortController();
    let timer: number | undefined;
    const read = () =>
      readHistory(stationId, endAt, abort.signal).then(
        (history) => setAnswer({ stationId, history, hasFailed: false }),
        () => {
          if (abort.signal.aborted) return;
          setAnswer((was) => ({
            stationId,
            history: was.stationId === stationId ? was.history : null,
            hasFailed: true,
          }));
          timer = window.setTimeout(retry, RETRY_MS);
        },
      );
    // The past may be played: its end is asked for where it rests.
    if (endAt === null) void read();
    else timer = window.setTimeout(read, PAST_RESTS_MS);
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [stationId, changeKey, attempt, retry]);

  const isOwn = answer.stationId === stationId;
  return {
    history: isOwn ? answer.history : null,
    hasFailed: isOwn && answer.hasFailed,
    retry,
  };
}

/** @throws when the server is out of reach or refuses */
async function readHistory(
  stationId: string,
  endAt: number | null,
  signal: AbortSignal,
): Promise<JudgedHistory> {
  const until = endAt === null ? '' : `?at=${new Date(endAt * 1_000).toISOString()}`;
  const address = `/api/map/stations/${encodeURIComponent(stationId)}/history${until}`;
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as JudgedHistory;
}
