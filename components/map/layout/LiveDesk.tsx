'use client';

import './layout.css';
import dynamic from 'next/dynamic';
import { startTransition, useCallback, useDeferredValue, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRememberedCity } from '@/components/offline/useRememberedCity';
import type { CityView } from '@/lib/pipeline/cityView';
import { useFilteredStations } from '../filters/useFilteredStations';
import { useMapUrl } from '../filters/useMapUrl';
import { freshnessFacts } from '../freshness/freshnessFacts';
import { MapBanners } from '../freshness/MapBanners';
import type { ServerTime } from '../freshness/serverTime';
import { ServerTimeProvider, useServerTime } from '../freshness/useServerTime';
import type { BaseTilesConfig } from '../leaflet/baseTilesConfig';
import { CityMap } from '../leaflet/CityMap';
import { useLiveCity } from '../live/useLiveCity';
import { type News, useNews } from '../live/useNews';
import { StationGone } from '../station/StationGone';
import { StationPanel } from '../station/StationPanel';
import { useTimeTravel } from '../time/useTimeTravel';
import { KeysDialog } from './KeysDialog';
import { ListPanel } from './ListPanel';
import { MapOverlay } from './MapOverlay';
import { SidePanel } from './SidePanel';
import { useDesk } from './useDesk';
import { useKeys } from './useKeys';

const TimeBar = dynamic(() => import('../time/TimeBar'), { ssr: false });
const PastBanner = dynamic(() => import('../time/PastBanner'), { ssr: false });

/** What became short in the past is no news. */
const NO_NEWS: News = { since: new Map(), indexes: new Set() };

interface LiveDeskProps {
  view: CityView;
  time: ServerTime;
  tiles: BaseTilesConfig | null;
}

/** Joins the live city, or a past one, the address and the pieces of the page. */
export function LiveDesk({ view: initial, time, tiles }: LiveDeskProps) {
  const t = useTranslations('map');
  const element = useRef<HTMLElement>(null);
  const city = useLiveCity(initial, time.mend);
  useRememberedCity(city);
  const travel = useTimeTravel(city.view, time);
  // A snapshot is on the map at once; list, panel and controls follow in the next frames. Of other
  // stations nothing is shown before all of it can be: their indexes would be others'.
  const view = useDeferredValue(travel.view);
  const mapView = travel.view.base === view.base ? travel.view : view;
  const isPresent = travel.phase === 'present';
  const { filters, setFilters, setDistrict, stationId, selectStation } = useMapUrl();
  const ids = view.base.stations.stationId;
  const desk = useDesk({ desk: element, ids, stationId, selectStation });
  // What was pressed answers in the next frame; what follows from it may take the frames it needs.
  const settled = useDeferredValue(filters);
  const { onBounds, ...filtered } = useFilteredStations(view, settled);
  const [pointed, setPointed] = useState<number | null>(null);
  const hover = useCallback((index: number | null) => startTransition(() => setPointed(index)), []);
  // Another time may know fewer stations.
  const hovered = pointed !== null && pointed < ids.length ? pointed : null;
  const isLate = useServerTime((nowS) => freshnessFacts(view.frame.freshness, nowS).isStale);
  const isStale = isPresent ? isLate : (view.frame.past?.isUnobserved ?? false);
  const keys = useKeys(desk, travel.toggle);
  const liveNews = useNews(city.view);
  const news = isPresent ? liveNews : NO_NEWS;
  const { raise } = desk;
  const chooseDistrict = useCallback(
    (districtId: string) => {
      raise();
      setDistrict(districtId);
    },
    [raise, setDistrict],
  );
  /** What list and map show alike. */
  const shared = { view, hovered, onHover: hover };

  return (
    <main
      ref={element}
      data-time={travel.phase}
      className="relative flex h-full min-h-0 flex-col overflow-hidden"
    >
      <h1 className="sr-only">{t('title')}</h1>
      <MapBanners city={city} onReconnect={city.reconnectNow} />
      {travel.phase === 'past' ? <PastBanner view={travel.view} onNow={travel.leave} /> : null}
      <div className="relative flex min-h-0 flex-1">
        <SidePanel isFolded={desk.isFolded} height={desk.height} onHeight={desk.setHeight}>
          <ServerTimeProvider time={travel.time}>
            <ListPanel
              {...shared}
              selected={desk.selected}
              selection={filtered.selection}
              haystacks={filtered.haystacks}
              inSight={filtered.inSight}
              filters={filters}
              newSince={news.since}
              search={keys.search}
              isCovered={desk.isPanelOpen}
              onFilters={setFilters}
              onOpen={desk.open}
              onRaise={desk.raise}
            />
            {desk.isPanelOpen && desk.shown !== null ? (
              <StationPanel
                view={view}
                index={desk.shown}
                order={filtered.selection.indexes}
                takesFocus={desk.hasChosen}
                onOpen={desk.open}
                onHover={hover}
                onClose={desk.close}
              />
            ) : desk.isPanelOpen ? (
              <StationGone stationId={stationId} onClose={desk.close} />
            ) : null}
          </ServerTimeProvider>
        </SidePanel>
        <section
          className="limelight-map-frame relative min-w-0 flex-1 max-md:absolute max-md:inset-0"
          aria-label={t('mapLabel')}
          data-stale={isStale}
          data-sheet={desk.height}
        >
          <CityMap
            {...shared}
            view={mapView}
            selected={desk.shown}
            news={news.indexes}
            shown={filtered.shown}
            onBounds={onBounds}
            districtId={settled.districtId}
            onSelect={desk.open}
            onDistrict={chooseDistrict}
            tiles={tiles}
            coveredFootPx={desk.coveredFootPx}
          />
          <MapOverlay
            city={city}
            travel={travel}
            isFolded={desk.isFolded}
            onFold={desk.setIsFolded}
            onKeys={keys.showHelp}
            onDistrict={chooseDistrict}
          />
          {travel.isOpen ? (
            <TimeBar present={city.view} time={time} draw={travel.draw} onClose={travel.toggle} />
          ) : null}
        </section>
      </div>
      <KeysDialog isOpen={keys.isHelpOpen} onClose={keys.hideHelp} />
    </main>
  );
}
