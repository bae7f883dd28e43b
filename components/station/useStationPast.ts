'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ShownPast } from './shownPast';

/** A failed call is made again after this long, whoever presses nothing. */
const RETRY_MS = 10_000;

interface PastAnswer {
  address: string;
  past: ShownPast;
}

/**
 * A span of a station's past, read again whenever its address or the key changes, and after a
 * failure until it succeeds. What was read stays on screen meanwhile.
 *
 * @param first what the page brought along
 * @param changeKey differs when what a span that ends now shows does
 */
export function useStationPast(address: string, first: PastAnswer, changeKey: string) {
  const [answer, setAnswer] = useState(first);
  const [readKey, setReadKey] = useState({ address: first.address, changeKey });
  const [failedAt, setFailedAt] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((was) => was + 1), []);
  const isRead = readKey.address === address && readKey.changeKey === changeKey;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is another call
  useEffect(() => {
    if (isRead) return;
    const abort = new AbortController();
    let timer: number | undefined;
    readPast(address, abort.signal).then(
      (past) => {
        setAnswer({ address, past });
        setReadKey({ address, changeKey });
        setFailedAt(null);
      },
      () => {
        if (abort.signal.aborted) return;
        setFailedAt(address);
        timer = window.setTimeout(retry, RETRY_MS);
      },
    );
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [address, changeKey, isRead, attempt, retry]);

  return {
    past: answer.past,
    /** What is on screen is of another span than the one asked for. */
    isOther: answer.address !== address,
    hasFailed: failedAt === address,
    retry,
  };
}

/** @throws when the server is out of reach or refuses */
async function readPast(address: string, signal: AbortSignal): Promise<ShownPast> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as ShownPast;
}
