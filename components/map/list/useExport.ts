'use client';

import { useCallback, useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';

export type ExportKind = 'copy' | 'csv' | 'geojson';

/** What became of the last wish. */
export type ExportOutcome =
  | { kind: 'copied'; count: number }
  | { kind: 'saved'; file: string }
  | { kind: 'failed' };

/** Fetched when the menu opens: those who never export never load it. */
const loadWriter = () => import('./stationFiles');

/** Copies or saves stations of the view, without asking the server: the data are all here. */
export function useExport(view: CityView, indexes: readonly number[]) {
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const prepare = useCallback(() => {
    setOutcome(null);
    void loadWriter();
  }, []);
  const run = async (kind: ExportKind) => {
    const { copyStations, saveStations } = await loadWriter();
    if (kind !== 'copy') {
      setOutcome({ kind: 'saved', file: saveStations(view, indexes, kind) });
      return;
    }
    const isCopied = await copyStations(view, indexes);
    setOutcome(isCopied ? { kind: 'copied', count: indexes.length } : { kind: 'failed' });
  };
  return { outcome, prepare, run };
}
