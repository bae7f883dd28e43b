'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { ChartZoom } from '../charts/chartZoom';
import type { TimeSpan } from '../charts/series';
import { fitSpan, SPANS, type SpanName, zoomedSpan, zoomedText } from './shownSpan';

const PARSERS = {
  span: parseAsStringLiteral(SPANS).withDefault('day'),
  from: parseAsString,
  to: parseAsString,
};

/**
 * Which span is shown, kept in the address: a named one, or a part that was zoomed to.
 *
 * @param limits the oldest and the newest that are known
 */
export function useShownSpan(timeZone: string, limits: TimeSpan) {
  const [wish, setWish] = useQueryStates(PARSERS, { history: 'replace', shallow: true });
  const zoomedTo = useMemo(() => zoomedSpan(wish, timeZone), [wish, timeZone]);

  const choose = useCallback(
    (span: SpanName) => void setWish({ span, from: null, to: null }),
    [setWish],
  );
  const { fromAt, toAt } = limits;
  const zoom = useMemo<ChartZoom>(
    () => ({
      show: (span) => void setWish(zoomedText(fitSpan(span, { fromAt, toAt }), timeZone)),
      reset: () => void setWish({ from: null, to: null }),
    }),
    [setWish, timeZone, fromAt, toAt],
  );
  return { span: wish.span, zoomedTo, choose, zoom };
}
