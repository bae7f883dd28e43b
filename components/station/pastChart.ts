import { blankOut, type SeriesPoint } from '@/components/charts/series';
import type { ChartLayer, TimeChartContent } from '@/components/charts/timeChart';
import { type DayChartWords, dayChart } from '../map/station/dayChart';
import type { StationDay } from '../map/station/stationDay';
import { pastDay } from './pastDay';
import type { ShownPast } from './shownPast';

export interface PastChartWords extends DayChartWords {
  mechanical: string;
  ebikes: string;
}

/** A span of a station's past as a chart: bikes by kind, docks, what was asked of it then, gaps. */
export function pastChart(
  past: ShownPast,
  timeZone: string,
  words: PastChartWords,
): TimeChartContent {
  const day = pastDay(past, past.silentSinceAt);
  return {
    ...dayChart(day, null, timeZone, words),
    isPast: !past.endsNow,
    layers: layersOf(past, day, words),
  };
}

/** No layers where the feed never said the kinds. */
function layersOf(past: ShownPast, day: StationDay, words: PastChartWords): ChartLayer[] {
  const { at, numMechanicalAvailable, numEbikesAvailable } = past.samples;
  const pointsOf = (column: readonly (number | null)[]): SeriesPoint[] =>
    blankOut(
      at.map((instant, row) => ({ at: instant, value: column[row] ?? null })),
      day.unknown,
    );
  const layers: ChartLayer[] = [
    { label: words.mechanical, look: 'mechanical', points: pointsOf(numMechanicalAvailable) },
    { label: words.ebikes, look: 'ebike', points: pointsOf(numEbikesAvailable) },
  ];
  const areKnown = layers.every(({ points }) => points.some(({ value }) => value !== null));
  return areKnown ? layers : [];
}
