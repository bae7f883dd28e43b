'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';

/** How old and how true what is exported is. */
export function DataTime({ view }: { view: CityView }) {
  const t = useTranslations('map.export');
  const format = useFormatter();
  const { past, freshness } = view.frame;
  const saidAt = past?.at ?? freshness.fetchedAt;
  const time =
    saidAt === null
      ? null
      : format.dateTime(new Date(saidAt * 1_000), {
          ...(past ? ({ day: 'numeric', month: 'short', year: 'numeric' } as const) : {}),
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone: view.base.timezone,
        });
  return (
    <p className="tabular mt-0.5 text-ink-muted">
      {time === null ? t('asOfNever') : t(past ? 'asOfPast' : 'asOf', { time })}{' '}
      {view.base.simulation === null ? null : t('simulated')}
    </p>
  );
}
