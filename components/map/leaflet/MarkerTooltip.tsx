'use client';

import type { CityView } from '@/lib/pipeline/cityView';
import { MapTooltip } from './MapTooltip';
import { MarkerSummary } from './MarkerSummary';

/** Name and numbers at the marker that is pointed at, on the map or in the list. */
export function MarkerTooltip({ view, index }: { view: CityView; index: number }) {
  const { lat, lon } = view.base.stations;
  return (
    <MapTooltip at={{ lat: lat[index]!, lng: lon[index]! }}>
      <MarkerSummary view={view} index={index} />
    </MapTooltip>
  );
}
