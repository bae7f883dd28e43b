'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { isDate } from '@/lib/insights/calendar';
import type { Period } from '@/lib/insights/foldDays';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { changeByChoice, choiceOf, lengthChoices, OWN_DATES, rangeChoice } from './periodChoice';
import { useInsightWords } from './useInsightWords';

/** Which days: so many of the newest, a stretch of the past such as a recording, or own dates. */
export function PeriodFields({
  filter,
  period,
  stretches,
  ask,
}: {
  filter: InsightFilter;
  period: Period;
  stretches: readonly Period[];
  ask(change: Partial<InsightFilter>): void;
}) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const offered = stretches.length > 1 ? stretches : [];
  const choice = choiceOf(filter, offered);
  const set = (change: Partial<Period>) => {
    const { from, to } = { ...period, ...change };
    if (isDate(from) && isDate(to) && from <= to) ask({ from, to });
  };
  const isOwn = choice === OWN_DATES;
  return (
    <>
      <div className="min-w-44 max-sm:w-full">
        <Select
          label={t('filter.period')}
          isLabelHidden
          value={choice}
          onChange={(event) => ask(changeByChoice(event.target.value, period))}
          options={[
            ...lengthChoices(filter).map((days) => ({
              value: String(days),
              label: t('filter.lastDays', { days }),
            })),
            ...offered.map((one) => ({
              value: rangeChoice(one),
              label: t('period', { from: words.date(one.from), to: words.date(one.to) }),
            })),
            { value: OWN_DATES, label: t('filter.ownDates') },
          ]}
        />
      </div>
      {isOwn && (
        <div className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
          <TextField
            key={`from ${period.from}`}
            type="date"
            label={t('filter.from')}
            defaultValue={period.from}
            max={period.to}
            onChange={(event) => set({ from: event.target.value })}
          />
          <TextField
            key={`to ${period.to}`}
            type="date"
            label={t('filter.to')}
            defaultValue={period.to}
            min={period.from}
            onChange={(event) => set({ to: event.target.value })}
          />
        </div>
      )}
    </>
  );
}
