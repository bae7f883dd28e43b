'use client';

import { useCallback } from 'react';
import { paintDistricts } from '../canvas/paintDistricts';
import type { DistrictSum } from '../layers/districtSums';
import type { Districts } from './useDistricts';
import { type PanePainter, usePaneCanvas } from './usePaneCanvas';

const PANE = { name: 'limelight-districts', zIndex: 300 };

interface DistrictLayerProps {
  districts: Districts;
  isFilled: boolean;
  hasOutlines: boolean;
  /** null: districts are not coloured. */
  sums: ReadonlyMap<string, DistrictSum> | null;
  pointedId: string | null;
}

/**
 * The districts: over tiles a faint orientation, without tiles the ground the stations stand on,
 * and with sums a map of where bikes are short.
 */
export function DistrictLayer(props: DistrictLayerProps) {
  const { districts, isFilled, hasOutlines, sums, pointedId } = props;
  const { coarse, current } = districts;
  const painter = useCallback<PanePainter>(
    (frame, ink, fontFamily) => {
      const scene = { coarse, current, isFilled, hasOutlines, sums, pointedId };
      paintDistricts(frame, scene, ink, fontFamily);
    },
    [coarse, current, isFilled, hasOutlines, sums, pointedId],
  );
  usePaneCanvas(PANE, painter);
  return null;
}
