'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { CHRONIC_DAYS } from '@/lib/insights/chronic';
import type { Period } from '@/lib/insights/foldDays';
import { useInsightWords } from './useInsightWords';

/** How much past the figures rest on, and what so much of it cannot say yet. */
export function Counted({
  period,
  days,
  daysWithData,
  hasRates,
}: {
  period: Period;
  /** Of the asked kind and hours. */
  days: number;
  daysWithData: number;
  hasRates: boolean;
}) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const span = t('period', { from: words.date(period.from), to: words.date(period.to) });
  if (days === 0) {
    return (
      <Banner kind="info" title={t('noMatch.title')} className="rounded-md border">
        {t('noMatch.explain', { period: span, days: daysWithData })}
      </Banner>
    );
  }
  return (
    <>
      <p className="tabular text-ink-muted text-xs">
        {t('counted', { period: span, days, all: daysWithData })}
      </p>
      {days < CHRONIC_DAYS && (
        <Banner kind="info" title={t('short.title', { days })} className="rounded-md border">
          {t('short.explain', { least: CHRONIC_DAYS })}
        </Banner>
      )}
      {!hasRates && (
        <Banner kind="info" title={t('noRates.title')} className="rounded-md border">
          {t('noRates.explain')}
        </Banner>
      )}
    </>
  );
}
