'use client';

import { Keyboard, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { FreshnessLine } from '../freshness/FreshnessLine';
import { LayerSwitch } from '../layers/LayerSwitch';
import type { LiveCity } from '../live/liveCity';
import { TimeButton } from '../time/TimeButton';
import type { TimeTravel } from '../time/useTimeTravel';
import { Legend } from './Legend';

/** What floats over the head of the map: fold, freshness, keys, time, layers, legend. */
export const MapOverlay = memo(function MapOverlay({
  city,
  travel,
  isFolded,
  onFold,
  onKeys,
  onDistrict,
}: {
  /** The present, whose freshness is told at all times. */
  city: LiveCity;
  travel: TimeTravel;
  isFolded: boolean;
  onFold(isFolded: boolean): void;
  /** Asks for the keys of this page. */
  onKeys(): void;
  /** A district was chosen among the layers. */
  onDistrict(districtId: string): void;
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
        <FreshnessLine city={city} isPast={travel.phase !== 'present'} />
      </div>
      <div className="flex items-start gap-2">
        <IconButton
          kind="raised"
          label={t('keys.open')}
          aria-keyshortcuts="?"
          aria-haspopup="dialog"
          onClick={onKeys}
          className="pointer-events-auto rounded-lg pointer-coarse:hidden"
        >
          <Keyboard size={18} aria-hidden />
        </IconButton>
        <TimeButton isOpen={travel.isOpen} onToggle={travel.toggle} />
        <LayerSwitch view={travel.view} onDistrict={onDistrict} />
        <Legend thresholds={travel.view.frame.thresholds} />
      </div>
    </div>
  );
});
