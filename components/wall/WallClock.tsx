'use client';

import { useFormatter } from 'use-intl';
import { useServerTime } from '../map/freshness/useServerTime';

const MINUTE_S = 60;

/** The city's time, to the minute. */
export function WallClock({ timezone }: { timezone: string }) {
  const format = useFormatter();
  const minute = useServerTime((nowS) => Math.floor(nowS / MINUTE_S));
  const at = new Date(minute * MINUTE_S * 1_000);
  return (
    <time dateTime={at.toISOString()} className="wall-title tabular shrink-0 text-ink-muted">
      {format.dateTime(at, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: timezone,
      })}
    </time>
  );
}
