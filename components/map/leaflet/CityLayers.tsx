'use client';

import type { LatLng } from 'leaflet';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { mercatorPoints } from '../canvas/mercator';
import { DistrictTooltip } from '../layers/DistrictTooltip';
import { districtSums } from '../layers/districtSums';
import { useMapLayers } from '../layers/useMapLayers';
import type { CityMapProps } from './cityMapProps';
import { DistrictLayer } from './DistrictLayer';
import { DistrictSumLayer } from './DistrictSumLayer';
import { districtAt } from './districtAt';
import { StationLayer } from './StationLayer';
import { useClusteredCity } from './useClusteredCity';
import { useDistricts } from './useDistricts';

const HeatLayer = dynamic(() => import('../layers/HeatLayer'), { ssr: false });
const AreaLayer = dynamic(() => import('../layers/AreaLayer'), { ssr: false });

/**
 * Everything drawn over the background, from the ground up.
 *
 * @param isGround no tiles lie below
 */
export function CityLayers({ isGround, ...props }: CityMapProps & { isGround: boolean }) {
  const { view, shown, onDistrict } = props;
  const { layers } = useMapLayers();
  const { stations } = view.base;
  const points = useMemo(() => mercatorPoints(stations), [stations]);
  const { clusters, vehicles } = useClusteredCity(view, points);
  const districts = useDistricts(view.frame.marker.stationsVersion);
  const [groundId, setGroundId] = useState<string | null>(null);
  const hasSums = layers.has('shortages');
  const sums = useMemo(() => (hasSums ? districtSums(view) : null), [hasSums, view]);
  const here = (at: LatLng | null) => (at && sums ? districtAt(districts.current, at) : null);
  const pointed = sums && districts.current.find(({ districtId }) => districtId === groundId);

  return (
    <>
      <DistrictLayer
        districts={districts}
        isFilled={isGround}
        hasOutlines={layers.has('districts') || hasSums}
        sums={sums}
        pointedId={pointed?.districtId ?? null}
      />
      {layers.has('heat') ? (
        <HeatLayer points={points} bikes={view.frame.assessment.uncoveredShortage} />
      ) : null}
      {layers.has('areas') ? (
        <AreaLayer view={view} points={points} shown={shown} clusters={clusters} />
      ) : null}
      <StationLayer
        {...props}
        points={points}
        clusters={clusters}
        vehicles={layers.has('vehicles') ? vehicles : null}
        onGround={(at) => setGroundId(here(at)?.districtId ?? null)}
        onGroundPress={(at) => {
          const district = here(at);
          if (district) onDistrict?.(district.districtId);
          return district !== null;
        }}
      />
      {sums ? <DistrictSumLayer districts={districts} sums={sums} /> : null}
      {pointed ? (
        <DistrictTooltip district={pointed} sum={sums?.get(pointed.districtId) ?? null} />
      ) : null}
    </>
  );
}
