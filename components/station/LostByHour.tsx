'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { DAY_KINDS, type DayKind } from '@/lib/history/daySummary';
import type { KindHours, StationWeeks } from '@/lib/insights/stationWeeks';
import { HourBars } from '../charts/HourBars';
import { useWeekWords } from '../charts/useWeekWords';

/** With fewer days than these an estimate says little. */
const FEW_DAYS = 5;

/** Rentals that the station's empty hours are expected to have cost, by kind of day. */
export function LostByHour({ weeks }: { weeks: StationWeeks }) {
  const t = useTranslations('stationPage.lost');
  const [kind, setKind] = useState<DayKind>('weekday');
  return (
    <section aria-label={t('title')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="font-semibold text-base">{t('title')}</h2>
        <SegmentedControl
          label={t('kind')}
          value={kind}
          options={DAY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={setKind}
        />
      </div>
      <LostHours key={kind} kind={kind} of={weeks.kinds[kind]} />
      <p className="mt-1 text-ink-muted text-xs">{t('method')}</p>
    </section>
  );
}

function LostHours({ kind, of }: { kind: DayKind; of: KindHours }) {
  const t = useTranslations('stationPage.lost');
  const week = useWeekWords();
  const { hours, ratedDays } = of;
  const days = Math.max(0, ...hours.map((hour) => hour.days));
  if (ratedDays === null || days === 0) {
    return <p className="mt-1 text-ink-muted text-sm">{t('notYet', { days, kind })}</p>;
  }
  const lost = hours.map(({ lostADay }) => lostADay ?? 0);
  const total = lost.reduce((sum, one) => sum + one, 0);
  const worst = lost.indexOf(Math.max(...lost));
  const amount = (value: number) => t('amount', { count: wholeRentals(value) });
  return (
    <>
      <p className="tabular mt-0.5 mb-2 text-sm">
        {total === 0 ? t('never', { kind }) : t('total', { amount: amount(total), kind })}{' '}
        <span className="text-ink-muted">
          {t(ratedDays < FEW_DAYS ? 'fewDays' : 'basis', { days: ratedDays })}
        </span>
      </p>
      <HourBars
        label={t('title')}
        bars={hours.map(({ lostADay }) => ({
          value: lostADay,
          words: lostADay === null ? t('unknownHour') : amount(lostADay),
        }))}
        rest={
          total === 0 ? '' : t('worst', { hour: week.hour(worst), amount: amount(lost[worst]!) })
        }
      />
    </>
  );
}

/** An estimate is no more exact than whole rentals; -1 stands for less than one. */
function wholeRentals(value: number): number {
  if (value === 0) return 0;
  return value < 1 ? -1 : Math.round(value);
}
