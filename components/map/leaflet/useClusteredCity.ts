'use client';

import { useMemo } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { type MercatorPoints, mercatorPoints } from '../canvas/mercator';
import type { VehicleScene } from '../canvas/paintVehicles';
import type { ClusterRule } from '../layers/clusterLevels';
import type { ClusterLevels } from '../layers/clustersAt';
import { useClusterLevels } from '../layers/useClusterLevels';

/** A city like Paris is read whole; a region is not. See docs/decisions/0120. */
const STATION_RULE: ClusterRule = { radiusPx: 44, minMeanSize: 8, minPoints: 3_000 };
const VEHICLE_RULE: ClusterRule = { radiusPx: 56, minMeanSize: 3, minPoints: 60 };

/** What stands together: stations of a large city, and own vehicles. */
export function useClusteredCity(
  view: CityView,
  points: MercatorPoints,
): { clusters: ClusterLevels | null; vehicles: VehicleScene } {
  const { vehiclesVersion } = view.frame.marker;
  const { lat, lon } = view.frame.vehicles;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each snapshot brings equal vehicles anew
  const parked = useMemo(() => mercatorPoints({ lat, lon }), [vehiclesVersion, lat.length]);
  const stations = useClusterLevels(points, STATION_RULE);
  const fleet = useClusterLevels(parked, VEHICLE_RULE);
  const clusters = stations?.points === points ? stations.levels : null;
  // Clusters of a moment ago stand for the vehicles until their own are there.
  const vehicles = useMemo<VehicleScene>(
    () => (fleet ? fleet : { points: parked, levels: null }),
    [fleet, parked],
  );
  return { clusters, vehicles };
}
