'use client';

import { useTranslations } from 'use-intl';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { useStationWords } from '../list/useStationWords';

/** A station in three short lines. */
export function MarkerSummary({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('map.severity');
  const words = useStationWords();
  const { assessment } = view.frame;
  const severity = SEVERITIES[assessment.severity[index]!]!;
  const isCovered = assessment.covered[index] === 1 && assessment.shortage[index]! > 0;
  return (
    <>
      <p className="text-sm font-semibold">{view.base.stations.name[index]}</p>
      <p className="tabular mt-0.5 flex items-center gap-1.5 text-xs">
        <SeverityGlyph severity={severity} covered={isCovered} sizePx={14} />
        <span className="font-medium">{t(severity)}</span>
        <span className="text-ink-muted">{words.bikes(view, index)}</span>
      </p>
      <p className="tabular text-xs text-ink-muted">{words.surroundings(view, index)}</p>
    </>
  );
}
