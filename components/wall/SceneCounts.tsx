'use client';

import { useTranslations } from 'use-intl';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { WallScene } from './wallScenes';

/** How many stations of each severity, to be read from across a room. */
export function SceneCounts({ scene }: { scene: WallScene }) {
  const t = useTranslations('wall');
  const severity = useTranslations('map.severity');
  return (
    <>
      <dl className="wall-counts grid">
        {SEVERITIES.map((name) => (
          <div key={name} className="flex items-center gap-[0.6em]">
            <SeverityGlyph severity={name} sizePx={28} />
            <dd className="wall-count tabular order-2 font-semibold">{scene.counts[name]}</dd>
            <dt className="wall-word order-3 text-ink-muted">{severity(name)}</dt>
          </div>
        ))}
      </dl>
      <p className="wall-word">{t('uncovered', { bikes: scene.uncoveredShortage })}</p>
    </>
  );
}
