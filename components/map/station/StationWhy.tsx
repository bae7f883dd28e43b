'use client';

import { useTranslations } from 'use-intl';
import { explainStation } from '@/lib/deficit/why';
import { type TranslateWhy, whyInWords } from '@/lib/deficit/whyInWords';
import type { CityView } from '@/lib/pipeline/cityView';
import { thresholdsOfStation } from '@/lib/pipeline/stationRules';
import { useServerTime } from '../freshness/useServerTime';

/** Why the station is judged as it is, in one line whose age ticks. */
export function StationWhy({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('why');
  const { status, assessment, past } = view.frame;
  const { thresholds } = thresholdsOfStation(view, index);
  const source = { stations: view.base.stations, status, assessment, thresholds };
  const translate = t as unknown as TranslateWhy;
  // Of the past only reports that brought a change are kept: their age says nothing.
  const words = useServerTime((nowS) =>
    whyInWords(explainStation(source, index, past ? null : nowS), translate),
  );
  return (
    <p className="tabular mt-1.5 text-sm text-ink" aria-live="off">
      {words.charAt(0).toLocaleUpperCase() + words.slice(1)}.
    </p>
  );
}
