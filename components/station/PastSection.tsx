'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ChartTable } from '@/components/charts/ChartTable';
import { TimeChart } from '@/components/charts/TimeChart';
import { Button } from '@/components/ui/Button';
import { joinClasses } from '@/components/ui/joinClasses';
import type { StationProfile } from '@/lib/stations/stationProfile';
import type { TimeSpan } from '../charts/series';
import { PastFiles } from './PastFiles';
import { PastNotes } from './PastNotes';
import { pastChart } from './pastChart';
import { SpanControls } from './SpanControls';
import { seriesAddress } from './seriesAddress';
import type { BroughtPast } from './shownPast';
import { usePastWords } from './usePastWords';
import { useShownSpan } from './useShownSpan';
import { useStationPast } from './useStationPast';

const HEIGHT_PX = 260;

/** The station's stock over a day, a week, a month, or the part of it that was zoomed to. */
export function PastSection({
  profile,
  timeZone,
  limits,
  first,
  changeKey,
}: {
  profile: StationProfile;
  timeZone: string;
  limits: TimeSpan;
  /** The span that the page brought along. */
  first: BroughtPast;
  /** Differs when what a span that ends now shows does. */
  changeKey: string;
}) {
  const t = useTranslations('stationPage');
  const { stationId, name } = profile;
  const { span, zoomedTo, choose, zoom } = useShownSpan(timeZone, limits);
  const address = seriesAddress(stationId, zoomedTo ?? span);
  const brought = { address: seriesAddress(stationId, first.shown), past: first.past };
  const { past, isOther, hasFailed, retry } = useStationPast(
    address,
    brought,
    zoomedTo === null ? changeKey : '',
  );
  const words = usePastWords(name, timeZone, past);
  const content = useMemo(
    () => pastChart(past, timeZone, words.chart),
    [past, timeZone, words.chart],
  );
  return (
    <section aria-label={t('past')} aria-busy={isOther && !hasFailed}>
      <SpanControls
        span={zoomedTo === null ? span : null}
        shown={past}
        limits={limits}
        isWhole={zoomedTo === null}
        onChoose={choose}
        zoom={zoom}
      />
      {hasFailed ? (
        <div role="alert" className="mt-2 flex items-center gap-3 text-danger text-xs">
          <p className="flex-1">{t('failed')}</p>
          <Button size="small" onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      ) : null}
      <div className={joinClasses('mt-3 transition-opacity', isOther && 'opacity-50')}>
        <p className="tabular mb-2 text-sm">
          <b className="font-semibold">{words.range}</b> · {words.summary}
        </p>
        <TimeChart content={content} heightPx={HEIGHT_PX} zoom={zoom} />
        <PastNotes past={past} timeZone={timeZone} />
        <ChartTable content={content} />
        <PastFiles stationId={stationId} past={past} timeZone={timeZone} />
      </div>
    </section>
  );
}
