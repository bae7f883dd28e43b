'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { criticalBikes } from '../map/station/stationDay';
import type { ShownPast } from './shownPast';

/** What must be known to read the chart: by what it is measured, and how exactly it is known. */
export function PastNotes({ past, timeZone }: { past: ShownPast; timeZone: string }) {
  const t = useTranslations('stationPage');
  const day = useTranslations('station.day');
  const format = useFormatter();
  const level = past.levels.at(-1);
  const target = level?.targetBikes ?? 0;
  const hours = past.stretches.filter(({ tier }) => tier === 'hours');
  const isHourly = hours.length === past.stretches.length;
  const hourlyUntilAt = hours.at(-1)?.toAt;
  const timeOf = (at: number) =>
    format.dateTime(new Date(at * 1_000), {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
  return (
    <div className="tabular mt-1 flex flex-col gap-0.5 text-ink-muted text-xs">
      {level ? (
        <p>
          {past.levels.length > 1
            ? t('targets', { target })
            : day('target', { target, critical: criticalBikes(level) })}
        </p>
      ) : null}
      {hourlyUntilAt === undefined ? null : (
        <p>{isHourly ? t('hourly') : t('hourlyUntil', { time: timeOf(hourlyUntilAt) })}</p>
      )}
      <p className="pointer-coarse:hidden">{t('zoomHint')}</p>
    </div>
  );
}
