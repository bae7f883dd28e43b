import { valueAt } from './series';
import { namedSeries, type TimeChartContent } from './timeChart';
import type { ChartWords } from './useChartWords';

/** The lines' names with their values where the cursor stands, else now: a legend that answers. */
export function ChartReadout({
  content,
  at,
  words,
}: {
  content: TimeChartContent;
  /** null: nobody points at anything. */
  at: number | null;
  words: ChartWords;
}) {
  const shownAt = at ?? content.span.toAt;
  return (
    <div
      aria-hidden="true"
      className="tabular flex min-h-5 flex-wrap items-center gap-x-3 text-ink-muted text-xs"
    >
      {namedSeries(content).map(({ label, look, points }) => (
        <span key={label} className="flex items-center gap-1.5">
          <span className={`chart-key chart-key-${look}`} />
          {label}
          <b className="min-w-4 font-semibold text-ink">{words.value(valueAt(points, shownAt))}</b>
        </span>
      ))}
      <span className="ml-auto text-ink">{words.when(at)}</span>
    </div>
  );
}
