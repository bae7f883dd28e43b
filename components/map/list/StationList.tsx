'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import type { StationNews } from '../live/useNews';
import { ROW_HEIGHT_PX, StationRow } from './StationRow';
import { useListKeys } from './useListKeys';
import { useStationWords } from './useStationWords';

export interface StationListProps {
  view: CityView;
  /** Stations to list, in order. */
  indexes: readonly number[];
  selected: number | null;
  hovered: number | null;
  news: readonly StationNews[];
  onOpen(index: number): void;
  onHover(index: number | null): void;
}

/** How much of the list is drawn before it is known how tall it is. */
const FIRST_ROWS_PX = 8 * ROW_HEIGHT_PX;

/**
 * All stations as a ranked list: the way to everything for keyboards and screen readers. A
 * listbox of which only the rows in sight exist.
 */
export function StationList(props: StationListProps) {
  const { view, indexes, selected, hovered, news, onOpen, onHover } = props;
  const t = useTranslations('map.list');
  const words = useStationWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: indexes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: useCallback(
      (row: number) => view.base.stations.stationId[indexes[row]!]!,
      [view.base, indexes],
    ),
    overscan: 5,
    initialRect: { width: 380, height: FIRST_ROWS_PX },
  });
  const keys = useListKeys({
    ids: view.base.stations.stationId,
    indexes,
    pageRows: () => Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX),
    reveal: (row) => virtualizer.scrollToIndex(row),
    onOpen,
    onHover,
  });
  const newIndexes = new Set(news.map(({ index }) => index));
  const optionId = (index: number) => `station-${view.base.stations.stationId[index]}`;
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('label')}
      aria-description={t('keys')}
      aria-activedescendant={keys.active === null ? undefined : optionId(keys.active)}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
    >
      <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const index = indexes[row.index]!;
          return (
            <StationRow
              key={row.key}
              view={view}
              index={index}
              words={words}
              optionId={optionId(index)}
              position={row.index + 1}
              total={indexes.length}
              topPx={row.start}
              isActive={keys.active === index || hovered === index}
              isSelected={selected === index}
              isNew={newIndexes.has(index)}
              onOpen={onOpen}
              onHover={onHover}
            />
          );
        })}
      </div>
    </div>
  );
}
