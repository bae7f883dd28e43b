'use client';

import { type MouseEvent, memo } from 'react';
import { joinClasses } from '@/components/ui/joinClasses';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { ChooseMark } from './ChooseMark';
import { NewBadge } from './NewBadge';
import type { StationWords } from './useStationWords';

export const ROW_HEIGHT_PX = 60;

/** What a press on a row asks for. */
export type RowPress = 'open' | 'toggle' | 'range';

export interface StationRowProps {
  view: CityView;
  index: number;
  words: StationWords;
  optionId: string;
  /** 1 for the first. */
  position: number;
  total: number;
  topPx: number;
  isActive: boolean;
  isOpen: boolean;
  isChosen: boolean;
  /** Rows show their boxes. */
  isChoosing: boolean;
  /** When it became critical or empty, epoch seconds; null: it is nothing new. */
  newSinceS: number | null;
  onPress(index: number, press: RowPress): void;
  onHover(index: number | null): void;
}

/** One station of the ranked list. An option of a listbox: the list itself takes the keyboard. */
export const StationRow = memo(function StationRow(props: StationRowProps) {
  const { view, index, words, isActive, isOpen, isChosen, isChoosing, newSinceS } = props;
  const { assessment } = view.frame;
  const severity = SEVERITIES[assessment.severity[index]!]!;
  const shortage = assessment.shortage[index]!;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it takes the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus (aria-activedescendant)
    <div
      role="option"
      id={props.optionId}
      aria-selected={isChosen}
      aria-current={isOpen || undefined}
      aria-posinset={props.position}
      aria-setsize={props.total}
      data-station-id={view.base.stations.stationId[index]}
      data-severity={severity}
      className={joinClasses(
        'group absolute inset-x-0 flex cursor-pointer select-none items-center gap-3 border-b border-line px-4',
        isChosen || isOpen ? 'bg-accent-wash' : isActive ? 'bg-hover' : 'hover:bg-hover',
        isActive && 'shadow-[inset_3px_0_0_var(--ink)]',
      )}
      style={{ transform: `translateY(${props.topPx}px)`, height: ROW_HEIGHT_PX }}
      onClick={(event) => props.onPress(index, pressOf(event, isChoosing))}
      onPointerEnter={(event) => event.pointerType === 'mouse' && props.onHover(index)}
      onPointerLeave={() => props.onHover(null)}
    >
      <span data-choose className="-my-3 -ml-4 flex shrink-0 items-center gap-3 py-5 pl-4">
        <ChooseMark
          isChosen={isChosen}
          className={isChoosing ? 'mx-0.5' : 'mx-0.5 hidden pointer-fine:group-hover:block'}
        />
        <SeverityGlyph
          severity={severity}
          covered={assessment.covered[index] === 1 && shortage > 0}
          sizePx={20}
          label={words.severity(severity)}
          className={joinClasses('shrink-0', !isChoosing && 'pointer-fine:group-hover:hidden')}
        />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-medium">{view.base.stations.name[index]}</span>
          {newSinceS === null ? null : (
            <NewBadge sinceS={newSinceS} timezone={view.base.timezone} />
          )}
        </span>
        <span className="tabular block truncate text-xs text-ink-muted">
          {words.surroundings(view, index)}
        </span>
      </span>
      <span className="tabular shrink-0 text-right">
        <span className="block font-medium">{words.bikes(view, index)}</span>
        <span className="block text-xs text-ink-muted">
          {words.shortage(view, index) || '\u00a0'}
        </span>
      </span>
    </div>
  );
});

/** A mouse opens unless it presses the box or holds a key; while choosing, a finger chooses. */
function pressOf(event: MouseEvent, isChoosing: boolean): RowPress {
  if (event.shiftKey) return 'range';
  if (event.ctrlKey || event.metaKey) return 'toggle';
  const isMouse = (event.nativeEvent as PointerEvent).pointerType === 'mouse';
  const isOnBox = (event.target as Element).closest('[data-choose]') !== null;
  if (isMouse) return isOnBox ? 'toggle' : 'open';
  return isChoosing ? 'toggle' : 'open';
}
