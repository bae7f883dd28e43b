'use client';

import { memo } from 'react';
import { joinClasses } from '@/components/ui/joinClasses';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import type { StationWords } from './useStationWords';

export const ROW_HEIGHT_PX = 60;

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
  isSelected: boolean;
  isNew: boolean;
  onOpen(index: number): void;
  onHover(index: number | null): void;
}

/** One station of the ranked list. An option of a listbox: the list itself takes the keyboard. */
export const StationRow = memo(function StationRow(props: StationRowProps) {
  const { view, index, isActive, isSelected, isNew } = props;
  const { words } = props;
  const { assessment } = view.frame;
  const severity = SEVERITIES[assessment.severity[index]!]!;
  const shortage = assessment.shortage[index]!;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it takes the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus (aria-activedescendant)
    <div
      role="option"
      id={props.optionId}
      aria-selected={isSelected}
      aria-posinset={props.position}
      aria-setsize={props.total}
      data-station-id={view.base.stations.stationId[index]}
      data-severity={severity}
      className={joinClasses(
        'absolute inset-x-0 flex cursor-pointer items-center gap-3 border-b border-line px-4',
        isSelected ? 'bg-accent-wash' : isActive ? 'bg-hover' : 'hover:bg-hover',
      )}
      style={{ transform: `translateY(${props.topPx}px)`, height: ROW_HEIGHT_PX }}
      onClick={() => props.onOpen(index)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && props.onHover(index)}
      onPointerLeave={() => props.onHover(null)}
    >
      <SeverityGlyph
        severity={severity}
        covered={assessment.covered[index] === 1 && shortage > 0}
        sizePx={20}
        label={words.severity(severity)}
        className="shrink-0"
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-medium">{view.base.stations.name[index]}</span>
          {isNew ? (
            <span className="shrink-0 rounded-sm bg-inverse px-1 text-xs font-medium text-on-inverse">
              {words.news}
            </span>
          ) : null}
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
