import { type ChartScale, stepPath } from './chartScale';
import { valueAt } from './series';
import type { TimeChartContent } from './timeChart';

/** The lines, the first on top, the levels they are measured by, and the cursor with its dots. */
export function ChartSteps({
  content,
  scale,
  cursorAt,
}: {
  content: TimeChartContent;
  scale: ChartScale;
  cursorAt: number | null;
}) {
  const { lines, levels, span } = content;
  const x = cursorAt === null ? 0 : scale.xOf(cursorAt);
  return (
    <g>
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
      {[...lines].reverse().map(({ label, look, points }) => (
        <path key={label} className={`chart-line-${look}`} d={stepPath(points, span.toAt, scale)} />
      ))}
      {cursorAt === null ? null : (
        <line className="chart-cursor" x1={x} x2={x} y1={scale.top} y2={scale.bottom} />
      )}
      {cursorAt === null
        ? null
        : lines.map(({ label, look, points }) => {
            const value = valueAt(points, cursorAt);
            return value === null ? null : (
              <circle
                key={label}
                className={`chart-dot-${look}`}
                cx={x}
                cy={scale.yOf(value)}
                r={3.5}
              />
            );
          })}
    </g>
  );
}
