'use client';

import { DomEvent } from 'leaflet';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ScaleControl, useMap } from 'react-leaflet';
import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { cityBounds } from './cityBounds';
import { MapButton } from './MapButton';

/** Zoom, the whole city, and the scale. */
export function MapControls({ view, coveredFootPx }: { view: CityView; coveredFootPx(): number }) {
  const t = useTranslations('map.controls');
  const map = useMap();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    DomEvent.disableClickPropagation(box.current);
    DomEvent.disableScrollPropagation(box.current);
  }, []);
  const fit = () =>
    map.fitBounds(cityBounds(view.base.stations), {
      paddingTopLeft: [16, 64],
      paddingBottomRight: [16, 16 + coveredFootPx()],
    });
  return (
    <>
      <ScaleControl position="bottomleft" imperial={false} maxWidth={120} />
      <div
        ref={box}
        className="limelight-zoom absolute right-3 z-[800] flex flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-overlay md:bottom-8"
      >
        <MapButton label={t('zoomIn')} onPress={() => map.zoomIn()} icon={Plus} />
        <MapButton label={t('zoomOut')} onPress={() => map.zoomOut()} icon={Minus} />
        <MapButton label={t('fit')} onPress={fit} icon={Maximize} />
      </div>
    </>
  );
}
