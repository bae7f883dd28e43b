'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { ChartTable } from '@/components/charts/ChartTable';
import { TimeChart } from '@/components/charts/TimeChart';
import type { TimeChartContent } from '@/components/charts/timeChart';
import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';

/** Alerts by local day: the draft as the strong line, what is in force behind it. */
export function SandboxDays({ result, timeZone }: { result: SandboxResult; timeZone: string }) {
  const t = useTranslations('sandbox');
  const content = useMemo((): TimeChartContent => {
    const { fromAt, toAt, days, gaps } = result;
    const pointsOf = (side: 0 | 1) =>
      days.map((day) => ({ at: day.fromAt, value: day.alerts[side] }));
    return {
      label: t('byDay'),
      ...{ span: { fromAt, toAt }, isPast: true, timeZone },
      lines: [
        { label: t('draft'), look: 'main', points: pointsOf(1) },
        { label: t('inForce'), look: 'side', points: pointsOf(0) },
      ],
      ...{ bands: [], levels: [], marks: [] },
      blanks: gaps.map((gap) => ({ ...gap, label: t('unobserved') })),
    };
  }, [result, timeZone, t]);
  return (
    <section aria-label={t('byDay')} className="min-w-0">
      <h3 className="mb-1 font-medium text-sm">{t('byDay')}</h3>
      <TimeChart content={content} />
      <ChartTable content={content} />
    </section>
  );
}
