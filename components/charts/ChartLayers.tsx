import { memo } from 'react';
import { areaPath, type ChartScale } from './chartScale';
import { addSeries, type SeriesPoint } from './series';
import type { ChartLayer } from './timeChart';

/** Surfaces that stand on each other. */
export const ChartLayers = memo(function ChartLayers({
  layers,
  untilAt,
  scale,
}: {
  /** From the ground up. */
  layers: readonly ChartLayer[];
  /** Where the last points stop to hold. */
  untilAt: number;
  scale: ChartScale;
}) {
  const tops: { layer: ChartLayer; top: readonly SeriesPoint[] }[] = [];
  for (const layer of layers) {
    const below = tops.at(-1)?.top;
    tops.push({ layer, top: below ? addSeries(below, layer.points) : layer.points });
  }
  return (
    <g>
      {tops.reverse().map(({ layer, top }) => (
        <path
          key={layer.label}
          className={`chart-layer-${layer.look}`}
          d={areaPath(top, untilAt, scale)}
        />
      ))}
    </g>
  );
});
