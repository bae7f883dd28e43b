'use client';

import { useRouter } from 'next/navigation';
import type { CityView } from '@/lib/pipeline/cityView';
import { NearbyVehicles } from '../map/station/NearbyVehicles';
import { Neighbours } from '../map/station/Neighbours';
import { stationPath } from './stationPath';

const nothing = () => {};

/** What stands near the station now; a neighbour opens its own page. */
export function StationAround({ view, index }: { view: CityView; index: number }) {
  const router = useRouter();
  return (
    <>
      <Neighbours
        view={view}
        index={index}
        onOpen={(other) => router.push(stationPath(view.base.stations.stationId[other]!))}
        onHover={nothing}
      />
      <NearbyVehicles view={view} index={index} />
    </>
  );
}
