'use client';

import { useTranslations } from 'use-intl';
import { WeekHeatMap } from '@/components/charts/WeekHeatMap';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { HEAT_MEASURES, type InsightFilter } from '@/lib/insights/insightFilter';
import type { HourRow } from '@/lib/insights/insightRows';
import { CsvLink } from './CsvLink';
import { InsightSection } from './InsightSection';
import { KindHours } from './KindHours';
import { useInsightUrl } from './useInsightUrl';
import { useInsightWords } from './useInsightWords';

/** When people are lost: the hours of the week in colours, and by kind of day in figures. */
export function WeekHours({
  weekHours,
  kindHours,
  hasRates,
  filter,
}: {
  weekHours: readonly (readonly HourRow[])[];
  kindHours: readonly (readonly HourRow[])[];
  hasRates: boolean;
  filter: InsightFilter;
}) {
  const t = useTranslations('insights.week');
  const words = useInsightWords();
  const { ask, asked } = useInsightUrl(filter);
  const show = hasRates ? filter.show : 'share';
  const mostLost = Math.max(0, ...weekHours.flat().map(({ lostADay }) => lostADay ?? 0));
  const cells = weekHours.map((day) =>
    day.map(({ emptyShare, lostADay }) => {
      if (show === 'share') {
        const said =
          emptyShare === null ? '–' : t('shareWords', { share: words.share(emptyShare) });
        return { share: emptyShare, words: said };
      }
      if (lostADay === null) return { share: null, words: '–' };
      const share = mostLost === 0 ? 0 : lostADay / mostLost;
      return { share, words: t('lostWords', { lost: words.aDay(lostADay) }) };
    }),
  );
  const title = t('title');
  return (
    <InsightSection
      title={title}
      definition="weekHours"
      aside={<CsvLink table="week-hours" title={title} filter={filter} />}
    >
      <div className="flex flex-col gap-2 px-4 py-3">
        {hasRates && (
          <SegmentedControl
            label={t('measure')}
            value={asked.show}
            options={HEAT_MEASURES.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => ask({ show: value })}
            className="self-start whitespace-nowrap"
          />
        )}
        <WeekHeatMap
          label={title}
          cells={cells}
          stepWords={(share) =>
            show === 'share' ? words.share(share) : words.aDay(share * mostLost)
          }
        />
        <p className="text-ink-muted text-xs">{t('explain')}</p>
        <KindHours kindHours={kindHours} filter={filter} hasRates={hasRates} />
      </div>
    </InsightSection>
  );
}
