import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { newlyShort } from './newlyShort';

/** How long a station that became critical or empty counts as new. */
export const NEW_FOR_S = 15 * 60;

const CRITICAL = SEVERITIES.indexOf('critical');

/** When each newly short station became critical or empty, epoch seconds, by its id. */
export type NewSince = ReadonlyMap<string, number>;

/**
 * The newly short stations after another snapshot: those that are so still, and those that have
 * become so. What is new ages with the snapshots, so nothing disappears between two of them.
 *
 * @returns the same map where nothing changed
 */
export function nextNewSince(current: NewSince, before: CityView, after: CityView): NewSince {
  const nowS = after.frame.freshness.fetchedAt;
  if (nowS === null) return current;
  const { stationId } = after.base.stations;
  const next = new Map(stillNew(current, after, nowS));
  for (const index of newlyShort(before, after)) next.set(stationId[index]!, nowS);
  const isSame =
    next.size === current.size && [...next].every(([id, sinceS]) => current.get(id) === sinceS);
  return isSame ? current : next;
}

function stillNew(current: NewSince, { base, frame }: CityView, nowS: number) {
  if (current.size === 0) return [];
  const severityOf = new Map(
    base.stations.stationId.map((id, i) => [id, frame.assessment.severity[i]!]),
  );
  return [...current].filter(
    ([id, sinceS]) => nowS - sinceS < NEW_FOR_S && (severityOf.get(id) ?? CRITICAL + 1) <= CRITICAL,
  );
}
