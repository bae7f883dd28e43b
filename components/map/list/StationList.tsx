'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import type { NewSince } from '../live/newSince';
import type { ChoiceEvent, ChosenStations } from './chosenStations';
import { ROW_HEIGHT_PX, StationRow } from './StationRow';
import { useListKeys } from './useListKeys';
import { useRevealSelected } from './useRevealSelected';
import { useRowPress } from './useRowPress';
import { useStationWords } from './useStationWords';

export interface StationListProps {
  view: CityView;
  /** Stations to list, in order. */
  indexes: readonly number[];
  /** The open station. */
  selected: number | null;
  hovered: number | null;
  newSince: NewSince;
  chosen: ChosenStations;
  onOpen(index: number): void;
  onHover(index: number | null): void;
  onChoose(event: ChoiceEvent): void;
}

/** How much of the list is drawn before it is known how tall it is. */
const FIRST_ROWS_PX = 8 * ROW_HEIGHT_PX;

/**
 * All stations as a ranked list: the way to everything for keyboards and screen readers. A
 * listbox of which only the rows in sight exist.
 */
export const StationList = memo(function StationList(props: StationListProps) {
  const { view, indexes, selected, hovered, newSince, chosen, onOpen, onHover, onChoose } = props;
  const t = useTranslations('map.list');
  const words = useStationWords();
  const scroller = useRef<HTMLDivElement>(null);
  const ids = view.base.stations.stationId;
  const virtualizer = useVirtualizer({
    count: indexes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: useCallback((row: number) => ids[indexes[row]!]!, [ids, indexes]),
    overscan: 5,
    initialRect: { width: 380, height: FIRST_ROWS_PX },
  });
  const reveal = (row: number) => virtualizer.scrollToIndex(row);
  const keys = useListKeys({
    ...{ ids, indexes, reveal, onOpen, onHover, onChoose },
    isChoosing: chosen.isChoosing,
    pageRows: () => Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX),
  });
  const onPress = useRowPress({ ids, indexes, onOpen, onChoose, activate: keys.setActiveId });
  useRevealSelected({ ids, indexes, selected, reveal, activate: keys.setActiveId });
  const optionId = (index: number) => `station-${ids[index]}`;
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('label')}
      aria-description={t('keys')}
      aria-multiselectable
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
              isOpen={selected === index}
              isChosen={chosen.ids.has(ids[index]!)}
              isChoosing={chosen.isChoosing}
              newSinceS={newSince.get(ids[index]!) ?? null}
              onPress={onPress}
              onHover={onHover}
            />
          );
        })}
      </div>
    </div>
  );
});
