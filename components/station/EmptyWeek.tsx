'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { HourRow } from '@/lib/insights/insightRows';
import type { StationWeeks } from '@/lib/insights/stationWeeks';
import { WeekHeatMap } from '../charts/WeekHeatMap';
import { useDateWords } from './useDateWords';

const MINUTES_AN_HOUR = 60;

/** In which hours of the week the station runs empty. */
export function EmptyWeek({ weeks }: { weeks: StationWeeks }) {
  const t = useTranslations('stationPage.week');
  const format = useFormatter();
  const date = useDateWords();
  const { days, fromDate, toDate, weekHours } = weeks;
  const wordsOf = ({ emptyShare, days: of }: HourRow) =>
    emptyShare === null
      ? t('unknownHour')
      : t('emptyHour', { minutes: Math.round(emptyShare * MINUTES_AN_HOUR), days: of });
  return (
    <section aria-label={t('title')}>
      <h2 className="font-semibold text-base">{t('title')}</h2>
      {fromDate === null || toDate === null ? (
        <p className="mt-1 text-ink-muted text-sm">{t('none')}</p>
      ) : (
        <>
          <p className="mt-0.5 mb-2 text-ink-muted text-sm">
            {t('basis', { days, from: date(fromDate), to: date(toDate) })}
          </p>
          <WeekHeatMap
            label={t('title')}
            cells={weekHours.map((row) =>
              row.map((hour) => ({ share: hour.emptyShare, words: wordsOf(hour) })),
            )}
            stepWords={(share) =>
              share === 0 ? t('never') : format.number(share, { style: 'percent' })
            }
          />
        </>
      )}
    </section>
  );
}
