import { DAY_KINDS } from '@/lib/history/daySummary';
import type { FeedReliability } from '@/lib/insights/feedReliability';
import type { HourRow } from '@/lib/insights/insightRows';
import type { InsightTable } from '@/lib/insights/insightTables';
import { csvCell } from './exportStations';
import type { Insights } from './loadInsights';

type CsvRow = Record<string, string | number | boolean | null>;

/**
 * One table of the insights as a file, all its rows. Shares are 0..1, times UTC (ISO 8601), weekdays
 * 1 Monday to 7 Sunday; a figure that nobody knows is empty. Of an empty table only nothing is left.
 */
export function insightCsv(
  table: InsightTable,
  insights: Insights,
  feed: FeedReliability,
  simulation: string | null,
): string {
  const rows = rowsOf(table, insights, feed).map((row) =>
    // A file leaves the page that says so.
    simulation === null ? row : { ...row, simulation },
  );
  const first = rows[0];
  if (!first) return '';
  const columns = Object.keys(first);
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column] ?? null)).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function rowsOf(table: InsightTable, insights: Insights, feed: FeedReliability): CsvRow[] {
  switch (table) {
    case 'stations':
      return insights.stations.map(({ removedAt, ...row }, i) => ({
        rank: i + 1,
        ...row,
        removedAt: isoOf(removedAt),
      }));
    case 'districts':
      return insights.districts.map((row) => ({ ...row }));
    case 'weeks':
      return insights.weeks.map((row) => ({ ...row }));
    case 'week-hours':
      return hourRows(insights.weekHours, (day) => ({ weekday: day + 1 }));
    case 'kind-hours':
      return hourRows(insights.kindHours, (kind) => ({ kind: DAY_KINDS[kind] ?? null }));
    case 'feed-days':
      return feed.days.map((row) => ({ ...row }));
    case 'feed-outcomes':
      return feed.outcomes.map((row) => ({ ...row }));
    case 'feed-holes':
      return feed.holes.longest.map(({ fromAt, toAt }) => ({
        fromAt: isoOf(fromAt),
        toAt: isoOf(toAt),
        durationS: toAt - fromAt,
      }));
    case 'silent-stations':
      return feed.silent.stations.map(({ lastReportedAt, ...row }) => ({
        ...row,
        lastReportedAt: isoOf(lastReportedAt),
      }));
  }
}

function hourRows(
  rows: readonly (readonly HourRow[])[],
  nameOf: (row: number) => CsvRow,
): CsvRow[] {
  return rows.flatMap((hours, i) => hours.map((row, hour) => ({ ...nameOf(i), hour, ...row })));
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at * 1_000).toISOString();
}
