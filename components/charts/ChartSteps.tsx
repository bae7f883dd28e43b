import { memo } from 'react';
import { type ChartScale, stepPath } from './chartScale';
import type { TimeChartContent } from './timeChart';

/** The lines, the first on top, and the levels they are measured by. */
export const ChartSteps = memo(function ChartSteps({
  content,
  scale,
}: {
  content: TimeChartContent;
  scale: ChartScale;
}) {
  const { lines, levels, span } = content;
  return (
    <g>
      {[...lines].reverse().map(({ label, look, points }) => (
        <path key={label} className={`chart-line-${look}`} d={stepPath(points, span.toAt, scale)} />
      ))}
      {levels.map((level) => (
        <line
          key={`${level.fromAt} ${level.value}`}
          className="chart-level"
          x1={scale.xOf(level.fromAt)}
          x2={scale.xOf(level.toAt)}
          y1={scale.yOf(level.value)}
          y2={scale.yOf(level.value)}
        />
      ))}
    </g>
  );
});
