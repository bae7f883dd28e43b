'use client';

import './charts.css';
import { useRef } from 'react';
import { ChartBackground } from './ChartBackground';
import { ChartGrid } from './ChartGrid';
import { ChartReadout } from './ChartReadout';
import { ChartSteps } from './ChartSteps';
import { chartScale } from './chartScale';
import { clockTicks, valueTicks } from './chartTicks';
import { highestValue, type TimeChartContent } from './timeChart';
import { useChartCursor } from './useChartCursor';
import { useChartWords } from './useChartWords';
import { useElementWidth } from './useElementWidth';

const MARGINS = { left: 26, right: 2, top: 8, bottom: 28 };
const FIRST_WIDTH_PX = 348;
const TICK_EVERY_H = 6;

/**
 * Counts over a day as lines of steps, with what they are measured by, and a cursor for mouse,
 * finger and keyboard whose values stand above. To a screen reader it is a slider that reads out
 * the day; ChartTable is its text.
 */
export function TimeChart({
  content,
  heightPx = 164,
}: {
  content: TimeChartContent;
  heightPx?: number;
}) {
  const element = useRef<HTMLDivElement>(null);
  const widthPx = useElementWidth(element, FIRST_WIDTH_PX);
  const { span, timeZone } = content;
  const ticks = valueTicks(highestValue(content));
  const scale = chartScale(span, ticks.at(-1)!, widthPx, heightPx, MARGINS);
  const cursor = useChartCursor(span, scale);
  const words = useChartWords(content);
  const at = cursor.at ?? span.toAt;
  return (
    <div>
      <ChartReadout content={content} at={cursor.at} words={words} />
      <div
        ref={element}
        role="slider"
        tabIndex={0}
        aria-label={content.label}
        aria-valuemin={0}
        aria-valuemax={Math.round(span.toAt - span.fromAt)}
        aria-valuenow={Math.round(at - span.fromAt)}
        aria-valuetext={words.moment(at)}
        className="relative mt-1 scroll-mt-24 cursor-crosshair touch-pan-y rounded-sm"
        {...cursor.handlers}
      >
        <svg
          aria-hidden="true"
          focusable="false"
          width={widthPx}
          height={heightPx}
          className="block w-full"
        >
          <ChartBackground content={content} scale={scale} />
          <ChartGrid
            scale={scale}
            values={ticks}
            times={clockTicks(span, timeZone, TICK_EVERY_H)}
            timeOf={words.clock}
          />
          <ChartSteps content={content} scale={scale} cursorAt={cursor.at} />
        </svg>
      </div>
    </div>
  );
}
