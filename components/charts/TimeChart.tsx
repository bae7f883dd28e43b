'use client';

import './charts.css';
import { useMemo, useRef } from 'react';
import { ChartBackground } from './ChartBackground';
import { ChartCursor } from './ChartCursor';
import { ChartGrid } from './ChartGrid';
import { ChartLayers } from './ChartLayers';
import { ChartReadout } from './ChartReadout';
import { ChartSteps } from './ChartSteps';
import { chartScale } from './chartScale';
import { timeTicks, valueTicks } from './chartTicks';
import type { ChartZoom } from './chartZoom';
import { highestValue, type TimeChartContent } from './timeChart';
import { useChartCursor } from './useChartCursor';
import { useChartWords } from './useChartWords';
import { useChartZoom } from './useChartZoom';
import { useElementWidth } from './useElementWidth';

const MARGINS = { left: 26, right: 2, top: 8, bottom: 28 };
/** A figure of an axis' value, and what stands about it. */
const FIGURE_PX = 8;
const ABOUT_FIGURES_PX = 10;
const FIRST_WIDTH_PX = 348;
/** More points of a line than this a pixel, and it is drawn finer. */
const DENSE_A_PX = 0.8;

/**
 * Counts over time as lines of steps, with what they are measured by, and a cursor for mouse,
 * finger and keyboard whose values stand above. To a screen reader it is a slider that reads out
 * the span; ChartTable is its text.
 *
 * @param zoom where it is given, a mouse marks out a span to see nearer, and keys zoom and move on
 */
export function TimeChart({
  content,
  heightPx = 164,
  zoom,
}: {
  content: TimeChartContent;
  heightPx?: number;
  zoom?: ChartZoom;
}) {
  const element = useRef<HTMLDivElement>(null);
  const widthPx = useElementWidth(element, FIRST_WIDTH_PX);
  const { scale, values, times } = useMemo(
    () => chartFrame(content, widthPx, heightPx),
    [content, widthPx, heightPx],
  );
  const { span, layers = [] } = content;
  const zooming = useChartZoom(span, scale, zoom);
  const cursor = useChartCursor(span, scale, zooming);
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
        className="relative mt-1 scroll-mt-24 cursor-crosshair touch-pan-y select-none rounded-sm"
        {...cursor.handlers}
      >
        <svg
          aria-hidden="true"
          focusable="false"
          data-dense={isDense(content, widthPx) || undefined}
          width={widthPx}
          height={heightPx}
          className="block w-full"
        >
          <ChartBackground content={content} scale={scale} />
          <ChartLayers layers={layers} untilAt={span.toAt} scale={scale} />
          <ChartGrid scale={scale} values={values} times={times} timeOf={words.tick} />
          <ChartSteps content={content} scale={scale} />
          <ChartCursor content={content} scale={scale} at={cursor.at} marked={zooming.marked} />
        </svg>
      </div>
    </div>
  );
}

/** The axes; asking the city's clock for a month takes its time, so this is kept while one points. */
function chartFrame(content: TimeChartContent, widthPx: number, heightPx: number) {
  const { span, timeZone } = content;
  const values = valueTicks(highestValue(content));
  const figuresPx = String(values.at(-1)!).length * FIGURE_PX + ABOUT_FIGURES_PX;
  const margins = { ...MARGINS, left: Math.max(MARGINS.left, figuresPx) };
  const scale = chartScale(span, values.at(-1)!, widthPx, heightPx, margins);
  return { scale, values, times: timeTicks(span, timeZone, scale.right - scale.left) };
}

function isDense({ lines }: TimeChartContent, widthPx: number): boolean {
  return lines.some(({ points }) => points.length > widthPx * DENSE_A_PX);
}
