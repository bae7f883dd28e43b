'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { VehicleGlyph } from '@/components/ui/VehicleGlyph';
import type { CityView } from '@/lib/pipeline/cityView';
import { thresholdsOfStation } from '@/lib/pipeline/stationRules';
import type { VehicleKind } from '@/lib/stations/station';
import { nearestPlaces } from './neighbourhood';
import { WalkDistance } from './WalkDistance';

const SHOWN = 4;
/** How far to look for the nearest where none stands within the walk, metres. */
const FAR_M = 2_000;
const KINDS: readonly VehicleKind[] = ['bike', 'scooter', 'other'];

/** Lime's own free vehicles around the station, nearest first. Nothing where there is no fleet. */
export function NearbyVehicles({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('station.vehicles');
  const { stations } = view.base;
  const { vehicles } = view.frame;
  const radiusM = thresholdsOfStation(view, index).thresholds.walkRadiusM;
  const lat = stations.lat[index]!;
  const lon = stations.lon[index]!;
  const around = useMemo(() => nearestPlaces(vehicles, { lat, lon }, FAR_M), [vehicles, lat, lon]);
  if (vehicles.lat.length === 0) return null;
  const near = around.filter(({ distanceM }) => distanceM <= radiusM);
  const nearest = around[0];
  const kindOf = (place: number) => KINDS.find((kind) => kind === vehicles.kind[place]) ?? 'other';
  return (
    <section aria-label={t('title')}>
      <h3 className="font-semibold text-sm">{t('title')}</h3>
      {near.length === 0 ? (
        <p className="tabular mt-1 text-ink-muted text-xs">
          {nearest
            ? t('noneButFar', { radiusM, distanceM: Math.round(nearest.distanceM / 10) * 10 })
            : t('none', { radiusM })}
        </p>
      ) : null}
      <ul className="mt-1">
        {near.slice(0, SHOWN).map((vehicle) => (
          <li key={vehicle.index} className="flex min-h-9 items-center gap-2.5">
            <VehicleGlyph sizePx={16} />
            <span className="min-w-0 flex-1">{t(`kind.${kindOf(vehicle.index)}`)}</span>
            <WalkDistance distanceM={vehicle.distanceM} />
          </li>
        ))}
      </ul>
      {near.length > SHOWN ? (
        <p className="tabular text-ink-muted text-xs">
          {t('more', { count: near.length - SHOWN, radiusM })}
        </p>
      ) : null}
    </section>
  );
}
