import type { SeriesColumns, Span } from './stationSeries';

/** What is drawn: nothing of their extremes may be lost. */
const COUNTS = [
  'numBikesAvailable',
  'numMechanicalAvailable',
  'numEbikesAvailable',
  'numDocksAvailable',
] as const;

/**
 * The rows that a drawing so many pixels wide cannot do without: of each pixel the first and the
 * last one, and for each count the lowest and the highest, so that a station that was empty for a
 * minute of the month still touches the ground. Rows at which the flags change stay too, for spans
 * begin and end there. Lines of steps through them cover the same pixels as lines through all rows
 * (M4: Jugel, Jerzak, Hackenbroich, Markl, VLDB 2014, doi 10.14778/2732951.2732953).
 *
 * @param span what is drawn; rows outside of it are left out, but for the one that holds at its
 *   beginning
 * @param pixels 1 or more
 */
export function thinSeries(samples: SeriesColumns, span: Span, pixels: number): SeriesColumns {
  const lengthS = Math.max(1, span.toAt - span.fromAt);
  const pixelOf = (row: number) =>
    Math.floor(((Math.max(span.fromAt, samples.at[row]!) - span.fromAt) / lengthS) * pixels);
  const first = Math.max(
    0,
    samples.at.findLastIndex((at) => at <= span.fromAt),
  );
  const afterLast = samples.at.findLastIndex((at) => at < span.toAt) + 1;
  const kept: number[] = [];
  for (let from = first; from < afterLast; ) {
    const pixel = pixelOf(from);
    let to = from + 1;
    while (to < afterLast && pixelOf(to) === pixel) to++;
    kept.push(...keptWithin(samples, from, to));
    from = to;
  }
  return pickRows(samples, kept);
}

/** Of the rows of one pixel, those to keep, in order. */
function keptWithin(samples: SeriesColumns, from: number, to: number): number[] {
  const kept = new Set([from, to - 1]);
  for (const count of COUNTS) for (const row of extremes(samples[count], from, to)) kept.add(row);
  for (let row = Math.max(1, from); row < to; row++)
    if (samples.flags[row] !== samples.flags[row - 1]) kept.add(row);
  return [...kept].sort((a, b) => a - b);
}

function extremes(values: readonly (number | null)[], from: number, to: number): number[] {
  let lowest = -1;
  let highest = -1;
  for (let row = from; row < to; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    if (lowest < 0 || value < values[lowest]!) lowest = row;
    if (highest < 0 || value > values[highest]!) highest = row;
  }
  return lowest < 0 ? [] : [lowest, highest];
}

function pickRows(samples: SeriesColumns, rows: readonly number[]): SeriesColumns {
  const pick = <T>(column: readonly T[]) => rows.map((row) => column[row]!);
  return {
    at: pick(samples.at),
    numBikesAvailable: pick(samples.numBikesAvailable),
    numMechanicalAvailable: pick(samples.numMechanicalAvailable),
    numEbikesAvailable: pick(samples.numEbikesAvailable),
    numDocksAvailable: pick(samples.numDocksAvailable),
    flags: pick(samples.flags),
  };
}
