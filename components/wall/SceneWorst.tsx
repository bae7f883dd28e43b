'use client';

import { useTranslations } from 'use-intl';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { useStationWords } from '../map/list/useStationWords';
import type { WallScene } from './wallScenes';

const SHOWN = 5;

/** The worst stations that nothing covers. */
export function SceneWorst({ view, scene }: { view: CityView; scene: WallScene }) {
  const t = useTranslations('wall');
  const words = useStationWords();
  if (scene.worst.length === 0) return <p className="wall-word text-ink-muted">{t('allWell')}</p>;
  return (
    <section aria-labelledby="wall-worst" className="min-h-0 overflow-hidden">
      <h2 id="wall-worst" className="wall-word mb-2 text-ink-muted">
        {t('worst')}
      </h2>
      <ol className="flex flex-col">
        {scene.worst.slice(0, SHOWN).map((i) => (
          <li
            key={view.base.stations.stationId[i]}
            className="wall-row flex items-center gap-3 border-line border-t"
          >
            <SeverityGlyph
              severity={SEVERITIES[view.frame.assessment.severity[i]!]!}
              sizePx={24}
              className="shrink-0"
            />
            <span className="wall-name min-w-0 flex-1 truncate font-medium">
              {view.base.stations.name[i]}
            </span>
            <span className="wall-word tabular shrink-0 text-ink-muted">
              {words.bikes(view, i)}
            </span>
            <span className="wall-word tabular shrink-0 font-semibold">
              {words.shortage(view, i)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
