'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { useInsightWords } from './useInsightWords';

const HOURS = Array.from({ length: 25 }, (_, hour) => hour);

/** From which hour to which. One that would turn the span around takes the other along. */
export function HourFields({
  filter: { fromH, toH },
  ask,
}: {
  filter: Pick<InsightFilter, 'fromH' | 'toH'>;
  ask(change: Partial<InsightFilter>): void;
}) {
  const t = useTranslations('insights.filter');
  const { clock } = useInsightWords();
  const option = (hour: number) => ({ value: String(hour), label: clock(hour) });
  return (
    <div className="flex items-center gap-1.5 max-sm:w-full max-sm:*:flex-1">
      <Select
        label={t('fromHour')}
        isLabelHidden
        value={String(fromH)}
        onChange={(event) => {
          const from = Number(event.target.value);
          ask({ fromH: from, toH: Math.max(toH, from + 1) });
        }}
        options={HOURS.slice(0, -1).map(option)}
      />
      <span aria-hidden="true" className="max-sm:hidden">
        –
      </span>
      <Select
        label={t('toHour')}
        isLabelHidden
        value={String(toH)}
        onChange={(event) => {
          const to = Number(event.target.value);
          ask({ toH: to, fromH: Math.min(fromH, to - 1) });
        }}
        options={HOURS.slice(1).map(option)}
      />
    </div>
  );
}
