/** From an instant on, a value; it holds until the next point. Times are epoch seconds. */
export interface SeriesPoint {
  at: number;
  /** null: nobody knows. */
  value: number | null;
}

export interface TimeSpan {
  fromAt: number;
  toAt: number;
}

/**
 * What held at an instant.
 *
 * @param points oldest first
 * @returns null before the first point, and where nobody knows
 */
export function valueAt(points: readonly SeriesPoint[], at: number): number | null {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return points[low - 1]?.value ?? null;
}

/**
 * The same series, silent during the blanks: what was said before one does not reach across it.
 *
 * @param points oldest first
 * @param blanks in any order; they may overlap
 */
export function blankOut(
  points: readonly SeriesPoint[],
  blanks: readonly TimeSpan[],
): SeriesPoint[] {
  if (blanks.length === 0 || points.length === 0) return [...points];
  const isBlank = (at: number) => blanks.some(({ fromAt, toAt }) => at >= fromAt && at < toAt);
  const firstAt = points[0]!.at;
  const edges = blanks.flatMap(({ fromAt, toAt }) => [fromAt, toAt]);
  const times = [...new Set([...points.map(({ at }) => at), ...edges])]
    .filter((at) => at >= firstAt)
    .sort((a, b) => a - b);
  return times
    .map((at) => ({ at, value: isBlank(at) ? null : valueAt(points, at) }))
    .filter((point, i, all) => i === 0 || point.value !== all[i - 1]!.value);
}

/** The lowest and the highest value that held during a span; null where nothing is known of it. */
export function rangeWithin(
  points: readonly SeriesPoint[],
  { fromAt, toAt }: TimeSpan,
): { lowest: number; highest: number } | null {
  const values = [
    valueAt(points, fromAt),
    ...points.filter(({ at }) => at > fromAt && at < toAt).map(({ value }) => value),
  ].filter((value) => value !== null);
  return values.length === 0 ? null : { lowest: Math.min(...values), highest: Math.max(...values) };
}

/**
 * The spans during which a test of the value holds, oldest first, up to the series' end.
 *
 * @param toAt where the last point stops to hold
 */
export function spansWhere(
  points: readonly SeriesPoint[],
  toAt: number,
  holds: (value: number, at: number) => boolean,
): TimeSpan[] {
  const spans: TimeSpan[] = [];
  points.forEach(({ at, value }, i) => {
    if (value === null || !holds(value, at)) return;
    const endAt = points[i + 1]?.at ?? toAt;
    const last = spans.at(-1);
    if (last?.toAt === at) last.toAt = endAt;
    else if (endAt > at) spans.push({ fromAt: at, toAt: endAt });
  });
  return spans;
}

/** The part of a series within a span, with what held when it began. */
export function clipSeries(
  points: readonly SeriesPoint[],
  { fromAt, toAt }: TimeSpan,
): SeriesPoint[] {
  const inside = points.filter(({ at }) => at > fromAt && at < toAt);
  return [{ at: fromAt, value: valueAt(points, fromAt) }, ...inside];
}

/** Two series added up; unknown where either is. */
export function addSeries(a: readonly SeriesPoint[], b: readonly SeriesPoint[]): SeriesPoint[] {
  const times = [...new Set([...a, ...b].map(({ at }) => at))].sort((x, y) => x - y);
  return times.map((at) => {
    const [one, other] = [valueAt(a, at), valueAt(b, at)];
    return { at, value: one === null || other === null ? null : one + other };
  });
}
