'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { FreshnessLine } from '../freshness/FreshnessLine';
import type { LiveCity } from '../live/liveCity';
import { Legend } from './Legend';

/** What floats over the head of the map: fold, freshness, legend. */
export function MapOverlay({
  city,
  isFolded,
  onFold,
}: {
  city: LiveCity;
  isFolded: boolean;
  onFold(isFolded: boolean): void;
}) {
  const t = useTranslations('map');
  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 z-[900] flex items-start justify-between gap-2">
      <div className="flex min-w-0 items-center gap-2">
        <IconButton
          kind="raised"
          label={t(isFolded ? 'unfoldPanel' : 'foldPanel')}
          aria-expanded={!isFolded}
          onClick={() => onFold(!isFolded)}
          className="pointer-events-auto rounded-lg max-md:hidden"
        >
          {isFolded ? (
            <PanelLeftOpen size={18} aria-hidden />
          ) : (
            <PanelLeftClose size={18} aria-hidden />
          )}
        </IconButton>
        <FreshnessLine city={city} />
      </div>
      <Legend thresholds={city.view.frame.thresholds} />
    </div>
  );
}
