'use client';

import { useTranslations } from 'use-intl';
import { groupDistricts } from '@/components/map/filters/groupDistricts';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Select } from '@/components/ui/Select';
import type { Period } from '@/lib/insights/foldDays';
import { type InsightFilter, KIND_CHOICES } from '@/lib/insights/insightFilter';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { HourFields } from './HourFields';
import { PeriodFields } from './PeriodFields';
import { useInsightUrl } from './useInsightUrl';

/** What is asked: which days, which of them, at which hours, where. The address keeps it. */
export function InsightFilters({
  filter,
  period,
  stretches,
  districts,
}: {
  filter: InsightFilter;
  /** As it is shown. */
  period: Period;
  /** Of the past with data, newest first. */
  stretches: readonly Period[];
  districts: readonly CityDistrict[];
}) {
  const t = useTranslations('insights.filter');
  const { ask, asked, isPending } = useInsightUrl(filter);
  return (
    <search
      aria-label={t('label')}
      aria-busy={isPending}
      className="flex flex-wrap items-end gap-x-3 gap-y-2 aria-busy:opacity-60"
    >
      <PeriodFields {...{ filter: asked, period, stretches, ask }} />
      <SegmentedControl
        label={t('kind')}
        value={asked.kind}
        options={KIND_CHOICES.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={(kind) => ask({ kind })}
        className="whitespace-nowrap max-sm:w-full"
      />
      <HourFields filter={asked} ask={ask} />
      {districts.length > 0 && (
        <div className="min-w-44 flex-1 sm:max-w-64">
          <Select
            label={t('district')}
            isLabelHidden
            value={asked.district ?? ''}
            onChange={(event) => ask({ district: event.target.value || undefined })}
            options={[
              { value: '', label: t('wholeCity') },
              ...groupDistricts(districts).flatMap(({ district, children }) => [
                { value: district.districtId, label: district.name },
                ...children.map(({ districtId, name }) => ({
                  value: districtId,
                  label: `\u2003${name}`,
                })),
              ]),
            ]}
          />
        </div>
      )}
    </search>
  );
}
