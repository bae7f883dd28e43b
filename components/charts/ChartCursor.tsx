import type { ChartScale } from './chartScale';
import { type TimeSpan, valueAt } from './series';
import type { TimeChartContent } from './timeChart';

/** The instant that is pointed at, with a dot on each line, and what is being marked out. */
export function ChartCursor({
  content,
  scale,
  at,
  marked,
}: {
  content: TimeChartContent;
  scale: ChartScale;
  /** null: nobody points at anything. */
  at: number | null;
  marked: TimeSpan | null;
}) {
  const x = at === null ? 0 : scale.xOf(at);
  return (
    <g>
      {marked === null ? null : (
        <rect
          className="chart-marked"
          x={scale.xOf(marked.fromAt)}
          width={scale.xOf(marked.toAt) - scale.xOf(marked.fromAt)}
          y={scale.top}
          height={scale.bottom - scale.top}
        />
      )}
      {at === null ? null : (
        <line className="chart-cursor" x1={x} x2={x} y1={scale.top} y2={scale.bottom} />
      )}
      {at === null
        ? null
        : content.lines.map(({ label, look, points }) => {
            const value = valueAt(points, at);
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
