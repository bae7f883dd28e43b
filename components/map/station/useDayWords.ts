'use client';

import { useTranslations } from 'use-intl';
import { HOUR_MS, SECOND_MS } from '@/lib/units/clock';
import { useAgeWords } from '../freshness/useAgeWords';
import { dayTotals, type StationDay } from './stationDay';

/** More unknown than this is worth a word, seconds. */
const UNKNOWN_TOLD_S = HOUR_MS / SECOND_MS;

/** Says a station's day in a sentence, and of how much of it that can be said. */
export function useDayWords(): (day: StationDay) => string {
  const t = useTranslations('station.day');
  const age = useAgeWords();
  return (day) => {
    const { knownS, shortS, emptyS } = dayTotals(day);
    if (knownS === 0) return t('unknown');
    const said =
      emptyS > 0
        ? t('wasEmpty', { short: age(shortS), empty: age(emptyS) })
        : shortS > 0
          ? t('wasShort', { short: age(shortS) })
          : t('wasFine');
    const isPartial = day.span.toAt - day.span.fromAt - knownS > UNKNOWN_TOLD_S;
    return isPartial ? `${said} ${t('known', { known: age(knownS) })}` : said;
  };
}
