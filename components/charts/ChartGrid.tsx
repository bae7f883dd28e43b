import { memo } from 'react';
import type { ChartScale } from './chartScale';

const LABEL_BELOW_PX = 22;
const LABEL_ROOM_PX = 18;

/** The axes: values at the left, the city's clock below. */
export const ChartGrid = memo(function ChartGrid({
  scale,
  values,
  times,
  timeOf,
}: {
  scale: ChartScale;
  values: readonly number[];
  times: readonly number[];
  timeOf(at: number): string;
}) {
  return (
    <g className="chart-grid tabular">
      {values.map((value) => (
        <g key={value}>
          <line x1={scale.left} x2={scale.right} y1={scale.yOf(value)} y2={scale.yOf(value)} />
          <text x={scale.left - 6} y={scale.yOf(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {times.map((at) => {
        const x = scale.xOf(at);
        const hasRoom = x > scale.left + LABEL_ROOM_PX && x < scale.right - LABEL_ROOM_PX;
        return (
          <g key={at}>
            <line x1={x} x2={x} y1={scale.bottom} y2={scale.bottom + 4} className="chart-tick" />
            {hasRoom ? (
              <text x={x} y={scale.bottom + LABEL_BELOW_PX} textAnchor="middle">
                {timeOf(at)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
});
