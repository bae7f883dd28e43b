'use client';

import './layout.css';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Skeleton } from '@/components/ui/Skeleton';
import type { FirstLook } from '@/lib/pipeline/firstLook';
import { SeverityChips } from '../filters/SeverityChips';
import { BannerStack } from '../freshness/BannerStack';
import { decideBanners } from '../freshness/bannerDecisions';
import { FreshnessLine } from '../freshness/FreshnessLine';
import { createServerTime } from '../freshness/serverTime';
import { ServerTimeProvider } from '../freshness/useServerTime';
import { ROW_HEIGHT_PX, StationRow } from '../list/StationRow';
import { useStationWords } from '../list/useStationWords';
import { startLiveCity } from '../live/liveCity';

/**
 * The desk as the server writes it: what must be known and what is worst, to be read while the
 * scripts are on their way. Nothing in it answers yet, so nothing in it can be reached.
 *
 * @param hasRows false where the address asks for other stations than the worst
 */
export function DeskOutline({
  look,
  serverNowMs,
  hasRows,
}: {
  look: FirstLook;
  serverNowMs: number;
  hasRows: boolean;
}) {
  const t = useTranslations('map');
  // It does not tick: the same words in the browser as from the server, until the desk stands.
  const [time] = useState(() => createServerTime(serverNowMs, () => serverNowMs));
  const { worst, counts } = look;
  const { freshness } = worst.frame;
  const { simulation } = worst.base;
  const nowS = serverNowMs / 1_000;
  const connected = { disconnectedSinceS: null, isSignedOut: false, isRemembered: false };
  return (
    <ServerTimeProvider time={time}>
      <main
        aria-busy
        className="limelight-outline relative flex h-full min-h-0 flex-col overflow-hidden"
      >
        <h1 className="sr-only">{t('title')}</h1>
        <BannerStack
          base={worst.base}
          banners={decideBanners({ freshness, simulation, nowS, ...connected })}
        />
        <div aria-hidden inert className="relative flex min-h-0 flex-1">
          <div
            data-sheet="peek"
            className="limelight-sheet flex flex-col bg-paper max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-lg max-md:border-t max-md:border-line max-md:pt-5 md:w-[380px] md:shrink-0 md:border-r md:border-line"
          >
            <div className="flex flex-col gap-2 border-b border-line px-3 pb-2 md:pt-3">
              <Skeleton className="h-9 w-full max-md:order-1" />
              {hasRows ? (
                <SeverityChips counts={counts} chosen={[]} onChange={() => {}} />
              ) : (
                <Skeleton className="h-12 w-full" />
              )}
              <Skeleton className="order-2 h-8 w-full" />
              <div className="tabular order-3 min-h-7 content-center text-xs text-ink-muted">
                {hasRows ? t('list.count', { count: look.total }) : null}
              </div>
            </div>
            <div className="relative min-h-0 flex-1 overflow-hidden">
              {hasRows ? <WorstRows look={look} /> : null}
            </div>
          </div>
          <div className="relative min-w-0 flex-1">
            <div className="absolute top-3 left-3 max-w-full md:pl-11">
              <FreshnessLine city={startLiveCity(worst)} />
            </div>
          </div>
        </div>
      </main>
    </ServerTimeProvider>
  );
}

function WorstRows({ look: { worst, total } }: { look: FirstLook }) {
  const words = useStationWords();
  return worst.base.stations.stationId.map((stationId, i) => (
    <StationRow
      key={stationId}
      {...{ view: worst, index: i, words, total, position: i + 1, topPx: i * ROW_HEIGHT_PX }}
      {...{ isActive: false, isOpen: false, isChosen: false, isChoosing: false, newSinceS: null }}
      optionId={`first-${stationId}`}
      onPress={() => {}}
      onHover={() => {}}
    />
  ));
}
