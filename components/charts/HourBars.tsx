'use client';

import './charts.css';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useWeekWords } from './useWeekWords';

const HOURS = 24;
const PAGE_H = 6;
const LABEL_EVERY_H = 3;

/** An hour of the day. */
export interface HourBar {
  /** 0 or more; null: nobody knows. */
  value: number | null;
  /** The value in words, without the hour. */
  words: string;
}

/**
 * A value for each hour of a day as bars, read by pointing or by the keys of a slider; the value
 * stands above.
 *
 * @param label what is counted
 * @param bars 24, by the city's clock
 * @param rest what stands above while nobody points
 */
export function HourBars({
  label,
  bars,
  rest,
}: {
  label: string;
  bars: readonly HourBar[];
  rest: string;
}) {
  const words = useWeekWords();
  const element = useRef<HTMLDivElement>(null);
  const [hour, setHour] = useState<number | null>(null);
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const follow = (event: PointerEvent) => {
    const { left, width } = element.current!.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    setHour(Math.min(HOURS - 1, Math.max(0, Math.floor(share * HOURS))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = hourMove(event.key, hour ?? 0);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setHour(to);
  };
  const said = (at: number) => `${words.hour(at)} · ${bars[at]?.words ?? ''}`;
  return (
    <div>
      <p aria-hidden="true" className="tabular min-h-5 text-ink-muted text-xs">
        {hour === null ? rest : <b className="font-semibold text-ink">{said(hour)}</b>}
      </p>
      <div
        ref={element}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={HOURS - 1}
        aria-valuenow={hour ?? 0}
        aria-valuetext={said(hour ?? 0)}
        className="hour-bars"
        onKeyDown={onKeyDown}
        onFocus={() => setHour((was) => was ?? 0)}
        onBlur={() => setHour(null)}
        onPointerDown={follow}
        onPointerMove={follow}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setHour(null)}
      >
        {bars.map(({ value }, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a bar is
            key={at}
            data-pointed={hour === at || undefined}
            data-unknown={value === null || undefined}
          >
            <i style={{ height: `${most === 0 ? 0 : ((value ?? 0) / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <div aria-hidden="true" className="hour-labels tabular">
        {bars.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a label is
          <span key={at}>{at % LABEL_EVERY_H === 0 ? at : ''}</span>
        ))}
      </div>
    </div>
  );
}

function hourMove(key: string, hour: number): number | null {
  const within = (target: number) => Math.min(HOURS - 1, Math.max(0, target));
  const moves: Record<string, number> = {
    ...{ ArrowLeft: hour - 1, ArrowDown: hour - 1, ArrowRight: hour + 1, ArrowUp: hour + 1 },
    ...{ PageDown: hour - PAGE_H, PageUp: hour + PAGE_H, Home: 0, End: HOURS - 1 },
  };
  const to = moves[key];
  return to === undefined ? null : within(to);
}
