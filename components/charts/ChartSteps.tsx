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
      {['chart-level-halo', 'chart-level'].map((className) => (
        <path key={className} className={className} d={levelPath(levels, scale)} />
      ))}
    </g>
  );
});

function levelPath(levels: TimeChartContent['levels'], scale: ChartScale): string {
  return levels
    .map(({ fromAt, toAt, value }) => {
      const [x, y, end] = [scale.xOf(fromAt), scale.yOf(value), scale.xOf(toAt)];
      return `M${x.toFixed(1)} ${y.toFixed(1)}H${end.toFixed(1)}`;
    })
    .join('');
}
