'use client';

import { useEffect, useState } from 'react';

/** Counts 0, 1, 2 ... `length` - 1 and round again, a step every `everyS` seconds. */
export function useTurn(length: number, everyS: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), everyS * 1_000);
    return () => clearInterval(timer);
  }, [everyS]);
  return turn % Math.max(1, length);
}
