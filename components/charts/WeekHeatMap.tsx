'use client';

import './charts.css';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { HeatLegend } from './HeatLegend';
import { useWeekWords } from './useWeekWords';
import { WeekHeatRow } from './WeekHeatRow';
import { type WeekCells, type WeekPlace, weekMove } from './weekHeat';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const LABEL_EVERY_H = 3;

/**
 * The hours of the week as a table that is read by colour, by pointing, by the arrow keys and by
 * screen readers alike: each cell holds its value in words.
 *
 * @param label what is counted
 * @param cells seven days of 24 hours
 * @param stepWords what a share of 0..1 is called in the legend
 */
export function WeekHeatMap({
  label,
  cells,
  stepWords,
}: {
  label: string;
  cells: WeekCells;
  stepWords(share: number): string;
}) {
  const t = useTranslations('charts.week');
  const words = useWeekWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const [pointed, setPointed] = useState<WeekPlace | null>(null);
  const [stop, setStop] = useState<WeekPlace>({ day: 0, hour: 0 });
  const follow = (event: PointerEvent) => {
    const place = placeOf(document.elementFromPoint(event.clientX, event.clientY), body.current);
    if (place) setPointed(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = weekMove(event.key, stop);
    if (!to) return;
    event.preventDefault();
    body.current?.rows[to.day]?.cells[to.hour + 1]?.focus();
  };
  const cell = pointed && cells[pointed.day]?.[pointed.hour];
  return (
    <div>
      <p aria-hidden="true" className="tabular min-h-5 text-ink-muted text-xs">
        {pointed && cell ? (
          <>
            <b className="font-semibold text-ink">
              {words.longDay(pointed.day)} {words.hour(pointed.hour)}
            </b>{' '}
            · {cell.words}
          </>
        ) : (
          t('hint')
        )}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one walks over is a grid
        role="grid"
        aria-label={label}
        aria-readonly="true"
        className="heat-map tabular"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                <span className="sr-only">{words.hour(hour)}</span>
                {hour % LABEL_EVERY_H === 0 ? <span aria-hidden="true">{hour}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          ref={body}
          onPointerMove={follow}
          onPointerDown={follow}
          onPointerLeave={() => setPointed(null)}
        >
          {cells.map((row, day) => (
            <WeekHeatRow
              key={words.longDay(day)}
              name={words.shortDay(day)}
              row={row}
              stopHour={stop.day === day ? stop.hour : null}
              pointedHour={pointed?.day === day ? pointed.hour : null}
              onFocus={(hour) => {
                setStop({ day, hour });
                setPointed({ day, hour });
              }}
              onBlur={() => setPointed(null)}
            />
          ))}
        </tbody>
      </table>
      <HeatLegend stepWords={stepWords} unknown={t('unknown')} />
    </div>
  );
}

function placeOf(target: Element | null, body: HTMLTableSectionElement | null): WeekPlace | null {
  const cell = target?.closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
  if (!cell || !row || !body?.contains(row)) return null;
  return { day: row.sectionRowIndex, hour: cell.cellIndex - 1 };
}
