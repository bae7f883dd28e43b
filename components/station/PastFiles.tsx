'use client';

import { Download, Map as MapIcon } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { buttonClasses } from '@/components/ui/Button';
import { localMinuteText } from '@/lib/units/localMinute';
import { seriesAddress } from './seriesAddress';
import type { ShownPast } from './shownPast';
import { stationOnMapPath } from './stationPath';

/** Ways on from what is shown: as a file, and on the map as it was then. */
export function PastFiles({
  stationId,
  past,
  timeZone,
}: {
  stationId: string;
  past: ShownPast;
  timeZone: string;
}) {
  const t = useTranslations('stationPage');
  const format = useFormatter();
  const time = format.dateTime(new Date(past.fromAt * 1_000), {
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone },
  });
  const { fromAt, toAt } = past;
  return (
    <p className="mt-3 flex flex-wrap gap-2">
      <a
        href={seriesAddress(stationId, { fromAt, toAt }, 'csv')}
        download
        className={buttonClasses('secondary', 'small')}
      >
        <Download size={14} aria-hidden />
        {t('csv')}
      </a>
      <Link
        href={stationOnMapPath(stationId, localMinuteText(fromAt, timeZone))}
        prefetch={false}
        className={buttonClasses('secondary', 'small')}
      >
        <MapIcon size={14} aria-hidden />
        {t('mapAt', { time })}
      </Link>
    </p>
  );
}
