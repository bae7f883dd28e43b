'use client';

import { useCallback, useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { copyStations, saveStations } from './stationFiles';

export type ExportKind = 'copy' | 'csv' | 'geojson';

/** What became of the last wish. */
export type ExportOutcome =
  | { kind: 'copied'; count: number }
  | { kind: 'saved'; file: string }
  | { kind: 'failed' };

/** Copies or saves stations of the view, without asking the server: the data are all here. */
export function useExport(view: CityView, indexes: readonly number[]) {
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const forget = useCallback(() => setOutcome(null), []);
  const run = async (kind: ExportKind) => {
    if (kind !== 'copy') {
      setOutcome({ kind: 'saved', file: saveStations(view, indexes, kind) });
      return;
    }
    const isCopied = await copyStations(view, indexes);
    setOutcome(isCopied ? { kind: 'copied', count: indexes.length } : { kind: 'failed' });
  };
  return { outcome, forget, run };
}
