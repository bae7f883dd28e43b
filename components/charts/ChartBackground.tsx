import { memo, useId } from 'react';
import type { ChartScale } from './chartScale';
import type { TimeSpan } from './series';
import type { TimeChartContent } from './timeChart';

const MARK_PX = 4;

/** What lies behind the lines: bands of value, spans of which nothing is known, marks below. */
export const ChartBackground = memo(function ChartBackground({
  content,
  scale,
}: {
  content: TimeChartContent;
  scale: ChartScale;
}) {
  const hatch = useId();
  const across = ({ fromAt, toAt }: TimeSpan) => {
    const x = scale.xOf(fromAt);
    return { x, width: Math.max(1, scale.xOf(toAt) - x) };
  };
  return (
    <g>
      <defs>
        <pattern
          id={hatch}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={6} height={6} className="chart-blank" />
          <line x1={0} x2={0} y1={0} y2={6} className="chart-hatch" />
        </pattern>
      </defs>
      {content.bands.map((band) => (
        <rect
          key={`${band.fromAt} ${band.low}`}
          {...across(band)}
          y={scale.yOf(band.high)}
          height={scale.yOf(band.low) - scale.yOf(band.high)}
          fill={band.colour}
          className="chart-band"
        />
      ))}
      {content.blanks.map((blank) => (
        <rect
          key={`${blank.fromAt} ${blank.label}`}
          {...across(blank)}
          y={scale.top}
          height={scale.bottom - scale.top}
          fill={`url(#${hatch})`}
        />
      ))}
      {content.marks.map((mark) => (
        <rect
          key={`${mark.fromAt} ${mark.colour}`}
          {...across(mark)}
          y={scale.bottom + 2}
          height={MARK_PX}
          fill={mark.colour}
        />
      ))}
    </g>
  );
});
