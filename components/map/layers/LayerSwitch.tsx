'use client';

import { Layers } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { MapPopover } from '../layout/MapPopover';
import { LayerRow } from './LayerRow';
import { AREA_REACH_M, HEAT_RADIUS_M, type MapLayer } from './mapLayers';
import { ScaleBar } from './ScaleBar';
import { useMapLayers } from './useMapLayers';
import { useRememberedLayersInUrl } from './useRememberedLayersInUrl';
import { WorstDistricts } from './WorstDistricts';

/** Chooses what lies over and under the stations, and tells what its colours mean. */
export function LayerSwitch({
  view,
  onDistrict,
}: {
  view: CityView;
  onDistrict(districtId: string): void;
}) {
  const t = useTranslations('layers');
  const { layers, setLayer } = useMapLayers();
  useRememberedLayersInUrl();
  const row = (layer: MapLayer, hint: string) => ({
    name: t(layer),
    hint,
    isOn: layers.has(layer),
    onChange: (isOn: boolean) => setLayer(layer, isOn),
  });
  return (
    <MapPopover
      label={t('open')}
      buttonClassName="pointer-events-auto flex h-9 items-center gap-1.5 rounded-lg border border-line bg-raised px-2.5 text-xs font-medium shadow-overlay transition-colors hover:bg-hover pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
      panelClassName="w-80"
      icon={
        <>
          <Layers size={16} aria-hidden className="text-ink-muted" />
          <span className="max-md:sr-only">{t('open')}</span>
        </>
      }
    >
      <h2 className="text-base font-semibold">{t('title')}</h2>
      <ul className="mt-2">
        <LayerRow
          {...row(
            'vehicles',
            view.frame.past
              ? t('vehiclesPast')
              : t('vehiclesHint', { count: view.frame.vehicles.lat.length }),
          )}
        />
        <LayerRow {...row('districts', t('districtsHint'))} />
        <LayerRow {...row('shortages', t('shortagesHint'))}>
          <ScaleBar of="districts" />
          <WorstDistricts view={view} onDistrict={onDistrict} />
        </LayerRow>
        <LayerRow {...row('heat', t('heatHint', { radiusM: HEAT_RADIUS_M }))}>
          <ScaleBar of="heat" />
        </LayerRow>
        <LayerRow {...row('areas', t('areasHint', { reachM: AREA_REACH_M }))} />
      </ul>
    </MapPopover>
  );
}
