'use client';

import { useEffect, useState } from 'react';
import { type LocalTime, localTimeOf } from '@/lib/units/localTime';

const LOOK_EVERY_MS = 5_000;

/**
 * The city's clock, to the minute.
 *
 * @param initial by the server's clock, for the first paint
 */
export function useLocalTime(timeZone: string, initial: LocalTime): LocalTime {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    const look = () => {
      const next = localTimeOf(new Date(), timeZone);
      setNow((shown) => (shown.minuteOfDay === next.minuteOfDay ? shown : next));
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [timeZone]);
  return now;
}
