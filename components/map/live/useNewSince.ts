'use client';

import { useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { type NewSince, nextNewSince } from './newSince';

/** Stations that became critical or empty in the last minutes, as far as this page was there. */
export function useNewSince(view: CityView): NewSince {
  const [known, setKnown] = useState<{ view: CityView; since: NewSince }>({
    view,
    since: new Map(),
  });
  if (known.view === view) return known.since;
  const since = nextNewSince(known.since, known.view, view);
  setKnown({ view, since });
  return since;
}
