'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { joinClasses } from '@/components/ui/joinClasses';
import type { CityView } from '@/lib/pipeline/cityView';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import { useAgeWords } from '../freshness/useAgeWords';
import { useServerTime } from '../freshness/useServerTime';

/** Behind the feed's median by more than this is worth a word, seconds. */
const BEHIND_TOLD_S = 300;

/** The station's own state and the age of its report, ticking. */
export function StationReport({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('station');
  const age = useAgeWords();
  const { status, freshness, past } = view.frame;
  const reportedAt = status.lastReportedAt[index] ?? null;
  const reported = useServerTime((nowS) => (reportedAt === null ? null : age(nowS - reportedAt)));
  const behindS =
    reportedAt === null || freshness.medianReportedAt === null || past
      ? 0
      : freshness.medianReportedAt - reportedAt;
  const flags = status.flags[index] ?? null;
  const states = [
    { flag: FLAG_INSTALLED, on: t('installed'), off: t('notInstalled') },
    { flag: FLAG_RENTING, on: t('renting'), off: t('notRenting') },
    { flag: FLAG_RETURNING, on: t('returning'), off: t('notReturning') },
  ];
  return (
    <section aria-label={t('flags')}>
      <p className="tabular text-sm">
        {reported === null
          ? t('neverReported')
          : // Of the past only those reports are kept that brought a change.
            t(past ? 'reportedPast' : 'reported', { age: reported })}
        {behindS > BEHIND_TOLD_S ? (
          <span className="text-warning"> · {t('behindMedian', { age: age(behindS) })}</span>
        ) : null}
      </p>
      {flags === null ? null : (
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {states.map(({ flag, on, off }) => {
            const isOn = (flags & flag) !== 0;
            return (
              <li
                key={on}
                className={joinClasses(
                  'flex items-center gap-1',
                  isOn ? 'text-ink-muted' : 'font-medium text-danger',
                )}
              >
                {isOn ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
                {isOn ? on : off}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
