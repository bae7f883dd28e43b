'use client';

import { useCallback } from 'react';
import { useFormatter } from 'use-intl';
import { paintDistrictSums } from '../canvas/paintDistrictSums';
import type { DistrictSum } from '../layers/districtSums';
import type { Districts } from './useDistricts';
import { type PanePainter, usePaneCanvas } from './usePaneCanvas';

/** Above the stations: who asks for the districts wants to read them. */
const PANE = { name: 'limelight-district-sums', zIndex: 455 };

/** How many bikes are short in each district, written on it. */
export function DistrictSumLayer({
  districts: { current: shapes },
  sums,
}: {
  districts: Districts;
  sums: ReadonlyMap<string, DistrictSum>;
}) {
  const format = useFormatter();
  const painter = useCallback<PanePainter>(
    (frame, ink, fontFamily) => {
      const inWords = (bikes: number) => format.number(bikes, { maximumFractionDigits: 0 });
      paintDistrictSums(frame, { shapes, sums, inWords }, ink, fontFamily);
    },
    [shapes, sums, format],
  );
  usePaneCanvas(PANE, painter);
  return null;
}
