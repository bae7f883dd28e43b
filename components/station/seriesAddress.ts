import type { TimeSpan } from '../charts/series';
import type { SpanName } from './shownSpan';

/**
 * Where a station's past is asked for.
 *
 * @param shown a named span, which ends with the newest that is known, or a span of its own
 */
export function seriesAddress(
  stationId: string,
  shown: SpanName | TimeSpan,
  format: 'json' | 'csv' = 'json',
): string {
  const query = new URLSearchParams(
    typeof shown === 'string'
      ? { span: shown }
      : { from: instantText(shown.fromAt), to: instantText(shown.toAt) },
  );
  if (format !== 'json') query.set('format', format);
  return `/api/stations/${encodeURIComponent(stationId)}/series?${query}`;
}

function instantText(at: number): string {
  return new Date(at * 1_000).toISOString();
}
