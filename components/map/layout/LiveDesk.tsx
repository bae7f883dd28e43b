'use client';

import './layout.css';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { filterStations } from '../filters/filterStations';
import { activeFilters } from '../filters/mapFilters';
import { buildHaystacks } from '../filters/stationSearch';
import { useMapUrl } from '../filters/useMapUrl';
import { freshnessFacts } from '../freshness/freshnessFacts';
import { MapBanners } from '../freshness/MapBanners';
import type { ServerTime } from '../freshness/serverTime';
import { useServerTime } from '../freshness/useServerTime';
import type { BaseTilesConfig } from '../leaflet/baseTilesConfig';
import { useLiveCity } from '../live/useLiveCity';
import { useNews } from '../live/useNews';
import { StationPanel } from '../station/StationPanel';
import { ListPanel } from './ListPanel';
import { MapOverlay } from './MapOverlay';
import { SidePanel } from './SidePanel';
import { type SheetHeight, sheetHeightPx } from './sheetHeight';

const CityMap = dynamic(() => import('../leaflet/CityMap'), { ssr: false });

/** Joins the live city, the address and the pieces of the page. */
export function LiveDesk({
  view: initial,
  time,
  tiles,
}: {
  view: CityView;
  time: ServerTime;
  tiles: BaseTilesConfig | null;
}) {
  const t = useTranslations('map');
  const city = useLiveCity(initial, time.mend);
  const { view } = city;
  const { filters, setFilters, stationId, selectStation } = useMapUrl();
  const [hovered, setHovered] = useState<number | null>(null);
  const [isFolded, setIsFolded] = useState(false);
  const [height, setHeight] = useState<SheetHeight>(stationId === null ? 'peek' : 'half');
  const [hasChosen, setHasChosen] = useState(false);
  const desk = useRef<HTMLDivElement>(null);
  const news = useNews(view);
  const isStale = useServerTime((nowS) => freshnessFacts(view.frame.freshness, nowS).isStale);

  const haystacks = useHaystacks(view);
  const selection = useMemo(
    () => filterStations(view, filters, haystacks),
    [view, filters, haystacks],
  );
  const isFiltered = activeFilters(filters).length > 0;
  const shown = useMemo(
    () => (isFiltered ? new Set(selection.indexes) : null),
    [isFiltered, selection.indexes],
  );
  const ids = view.base.stations.stationId;
  const found = useMemo(() => (stationId === null ? -1 : ids.indexOf(stationId)), [ids, stationId]);
  const selected = found < 0 ? null : found;

  const open = useCallback(
    (index: number | null) => {
      setHasChosen(true);
      selectStation(index === null ? null : ids[index]!);
      if (index !== null) setHeight((was) => (was === 'peek' ? 'half' : was));
    },
    [ids, selectStation],
  );
  const close = useCallback(() => open(null), [open]);
  useEscape(selected === null ? null : close);
  const coveredFootPx = useCallback(
    () => coveredPx(desk.current, selected === null ? height : 'half'),
    [height, selected],
  );

  return (
    <div ref={desk} className="relative flex h-full min-h-0 flex-col overflow-hidden">
      <MapBanners city={city} onReconnect={city.reconnectNow} />
      <div className="relative flex min-h-0 flex-1">
        <SidePanel isFolded={isFolded} height={height} onHeight={setHeight}>
          <ListPanel
            view={view}
            selection={selection}
            filters={filters}
            haystacks={haystacks}
            selected={selected}
            hovered={hovered}
            news={news}
            isCovered={selected !== null}
            onFilters={setFilters}
            onOpen={open}
            onHover={setHovered}
            onRaise={() => setHeight((was) => (was === 'peek' ? 'half' : was))}
          />
          {selected === null ? null : (
            <StationPanel
              view={view}
              index={selected}
              takesFocus={hasChosen}
              onOpen={open}
              onHover={setHovered}
              onClose={close}
            />
          )}
        </SidePanel>
        <section
          className="limelight-map-frame relative min-w-0 flex-1 max-md:absolute max-md:inset-0"
          aria-label={t('mapLabel')}
          data-stale={isStale}
          data-sheet={height}
        >
          <CityMap
            view={view}
            shown={shown}
            selected={selected}
            hovered={hovered}
            news={news}
            onSelect={open}
            onHover={setHovered}
            tiles={tiles}
            coveredFootPx={coveredFootPx}
          />
          <MapOverlay city={city} isFolded={isFolded} onFold={setIsFolded} />
        </section>
      </div>
    </div>
  );
}

/** Escape closes the station wherever the focus is, unless something nearer took the key. */
function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    if (!onEscape) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isForPopover = document.querySelector(':popover-open') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isForPopover) onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onEscape]);
}

/** Search texts, folded at the first search and kept until the stations change. */
function useHaystacks(view: CityView): () => readonly string[] {
  const { base } = view;
  return useMemo(() => {
    let texts: string[] | null = null;
    return () => {
      texts ??= buildHaystacks(base);
      return texts;
    };
  }, [base]);
}

/** How much of the map's foot a phone's sheet covers, CSS pixels. */
function coveredPx(desk: HTMLElement | null, height: SheetHeight): number {
  if (!desk || window.matchMedia('(min-width: 768px)').matches) return 0;
  const covering = height === 'full' ? 'half' : height;
  return sheetHeightPx(covering, desk.clientHeight);
}
