'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { StationOccurrence } from '@/lib/stations/stationHistory';
import { useEventWords } from './useEventWords';

const SHOWN = 4;

/** What happened to the station, newest first, by the city's clock. */
export function StationEvents({
  events,
  timezone,
}: {
  events: readonly StationOccurrence[];
  timezone: string;
}) {
  const t = useTranslations('station.event');
  const words = useEventWords();
  const format = useFormatter();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? events : events.slice(0, SHOWN);
  const timeOf = (at: number) =>
    format.dateTime(new Date(at * 1_000), {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: timezone,
    });
  return (
    <section aria-label={t('title')}>
      <h3 className="font-semibold text-sm">{t('title')}</h3>
      {events.length === 0 ? <p className="mt-1 text-ink-muted text-xs">{t('none')}</p> : null}
      <ul className="mt-1.5 flex flex-col gap-1.5 text-sm">
        {shown.map((event) => (
          <li key={`${event.at} ${event.kind}`} className="flex items-baseline gap-3">
            <time
              dateTime={new Date(event.at * 1_000).toISOString()}
              className="tabular w-28 shrink-0 text-ink-muted text-xs"
            >
              {timeOf(event.at)}
            </time>
            <span className="min-w-0 break-words">{words(event)}</span>
          </li>
        ))}
      </ul>
      {shown.length < events.length ? (
        <Button kind="quiet" size="small" className="-ml-2 mt-1" onClick={() => setIsWhole(true)}>
          {t('all', { count: events.length - SHOWN })}
        </Button>
      ) : null}
    </section>
  );
}
