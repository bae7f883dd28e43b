'use client';

import { useCallback, useEffect, useState } from 'react';
import type { CityView } from '@/lib/pipeline/cityView';
import { latitudeOf, type MercatorPoints, mercatorPerMetre } from '../canvas/mercator';
import { type PanePainter, usePaneCanvas } from '../leaflet/usePaneCanvas';
import { askForAreas } from './askMapWorker';
import { type ClusterLevels, clustersAt } from './clustersAt';
import { AREA_REACH_M } from './mapLayers';
import { paintAreas } from './paintAreas';
import type { ServiceAreas } from './serviceAreas';

const PANE = { name: 'limelight-areas', zIndex: 330 };

/** Where each station is the nearest one (Voronoi), coloured by its severity. */
export default function AreaLayer({
  view,
  points,
  shown,
  clusters,
}: {
  view: CityView;
  points: MercatorPoints;
  shown: ReadonlySet<number> | null;
  /** Where stations are drawn as clusters, areas would be specks: there are none. */
  clusters: ClusterLevels | null;
}) {
  const areas = useServiceAreas(points);
  const painter = useCallback<PanePainter>(
    (frame, ink) => {
      if (clustersAt(clusters, frame.zoom)) return;
      if (areas?.points === points) paintAreas(frame, areas.areas, view, shown, ink.borderColour);
    },
    [areas, points, view, shown, clusters],
  );
  usePaneCanvas(PANE, painter);
  return null;
}

/** The areas, once the worker has them, and the points they are of. */
function useServiceAreas(points: MercatorPoints) {
  const [found, setFound] = useState<{ points: MercatorPoints; areas: ServiceAreas } | null>(null);
  useEffect(() => {
    if (points.length === 0) return;
    let isWanted = true;
    askForAreas(points, AREA_REACH_M * mercatorPerMetre(latitudeOf(points[1]!))).then(
      (areas) => isWanted && setFound({ points, areas }),
      (error: unknown) => console.warn('areas could not be drawn', error),
    );
    return () => {
      isWanted = false;
    };
  }, [points]);
  return found;
}
