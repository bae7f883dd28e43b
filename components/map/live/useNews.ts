'use client';

import { useMemo, useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { type NewSince, nextNewSince } from './newSince';

export interface News {
  /** When each of them became critical or empty, by station id. */
  since: NewSince;
  /** The same stations as indexes into the view. */
  indexes: ReadonlySet<number>;
}

/** Stations that became critical or empty in the last minutes, as far as this page was there. */
export function useNews(view: CityView): News {
  const since = useNewSince(view);
  const { stationId } = view.base.stations;
  return useMemo(() => ({ since, indexes: indexesOf(since, stationId) }), [since, stationId]);
}

function useNewSince(view: CityView): NewSince {
  const [known, setKnown] = useState<{ view: CityView; since: NewSince }>({
    view,
    since: new Map(),
  });
  if (known.view === view) return known.since;
  const since = nextNewSince(known.since, known.view, view);
  setKnown({ view, since });
  return since;
}

function indexesOf(since: NewSince, stationId: readonly string[]): ReadonlySet<number> {
  if (since.size === 0) return new Set();
  return new Set(stationId.flatMap((id, i) => (since.has(id) ? [i] : [])));
}
