'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useAgeWords } from '../freshness/useAgeWords';
import { useServerTime } from '../freshness/useServerTime';

/** Marks a station that became critical or empty a short while ago, and says since when. */
export function NewBadge({ sinceS, timezone }: { sinceS: number; timezone: string }) {
  const t = useTranslations('map.list');
  const format = useFormatter();
  const age = useAgeWords();
  // By the minute: what is calm does not count seconds.
  const minutes = useServerTime((nowS) => Math.max(0, Math.floor((nowS - sinceS) / 60)));
  const time = format.dateTime(new Date(sinceS * 1_000), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: timezone,
  });
  return (
    <span
      title={t('shortSince', { time })}
      className="tabular shrink-0 rounded-sm bg-inverse px-1 text-xs font-medium text-on-inverse"
    >
      {minutes === 0 ? t('justNow') : t('newSince', { age: age(minutes * 60) })}
    </span>
  );
}
