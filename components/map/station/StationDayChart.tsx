'use client';

import { useTranslations } from 'use-intl';
import { ChartTable } from '@/components/charts/ChartTable';
import { TimeChart } from '@/components/charts/TimeChart';
import type { CityView } from '@/lib/pipeline/cityView';
import { dayChart } from './dayChart';
import { criticalBikes, type StationDay } from './stationDay';
import { useDayWords } from './useDayWords';

/** The last day in a sentence, as a chart and as a table. */
export function StationDayChart({
  view,
  index,
  day,
}: {
  view: CityView;
  index: number;
  day: StationDay;
}) {
  const t = useTranslations('station.day');
  const words = useDayWords();
  const { name, capacity } = view.base.stations;
  const phantoms = view.frame.status.phantomBikes[index] ?? 0;
  const level = day.levels.at(-1);
  const drawn = dayChart(day, capacity[index] ?? null, view.base.timezone, {
    label: t('chart', { name: name[index]! }),
    usable: t('usable'),
    docks: t('docks'),
    capacity: t('capacity'),
    level: (target) => t('level', { target }),
    blank: (reason) => t(`blank.${reason}`),
  });
  const content = { ...drawn, isPast: view.frame.past !== undefined };
  return (
    <>
      <p className="tabular mt-0.5 mb-2 text-sm">
        {words(day)} {phantoms > 0 ? t('phantoms', { count: phantoms }) : ''}
      </p>
      <TimeChart content={content} />
      {level ? (
        <p className="tabular mt-1 text-ink-muted text-xs">
          {day.levels.length > 1
            ? t('targets', { target: level.targetBikes })
            : t('target', { target: level.targetBikes, critical: criticalBikes(level) })}
        </p>
      ) : null}
      <ChartTable content={content} />
    </>
  );
}
