'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAgeWords } from '../map/freshness/useAgeWords';
import type { PastChartWords } from './pastChart';
import type { ShownPast } from './shownPast';

/** Of a span, this much unknown is worth a word. */
const UNKNOWN_TOLD_SHARE = 0.04;

/** What is said of a span of a station's past. */
export function usePastWords(name: string, timeZone: string, past: ShownPast) {
  const t = useTranslations('stationPage');
  const day = useTranslations('station.day');
  const station = useTranslations('station');
  const format = useFormatter();
  const age = useAgeWords();

  const chart = useMemo<PastChartWords>(
    () => ({
      label: t('chart', { name }),
      usable: t('bikes'),
      docks: day('docks'),
      capacity: day('capacity'),
      mechanical: station('mechanical'),
      ebikes: station('ebikes'),
      level: (target) => day('level', { target }),
      blank: (reason) => day(`blank.${reason}`),
    }),
    [t, day, station, name],
  );
  return { chart, range: rangeWords(), summary: summary() };

  function rangeWords(): string {
    const timeOf = (at: number) =>
      format.dateTime(new Date(at * 1_000), {
        ...{ weekday: 'short', day: 'numeric', month: 'short' },
        ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone },
      });
    // Not Intl's own range, whose spaces differ between browser and server.
    return t('range', { from: timeOf(past.fromAt), to: timeOf(past.toAt) });
  }

  function summary(): string {
    const { knownS, shortS, emptyS } = past.totals;
    const lengthS = past.toAt - past.fromAt;
    if (knownS === 0) return t('unknown');
    const said =
      emptyS > 0
        ? day('wasEmpty', { short: age(shortS), empty: age(emptyS) })
        : shortS > 0
          ? day('wasShort', { short: age(shortS) })
          : day('wasFine');
    const isPartial = lengthS - knownS > lengthS * UNKNOWN_TOLD_SHARE;
    return isPartial ? `${said} ${t('known', { known: age(knownS), whole: age(lengthS) })}` : said;
  }
}
