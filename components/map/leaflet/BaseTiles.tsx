'use client';

import { useRef } from 'react';
import { TileLayer } from 'react-leaflet';
import { useTranslations } from 'use-intl';
import type { BaseTilesConfig } from './baseTilesConfig';

/** Single tiles fail often and alone; this many in a row are a background that is away. */
const FAILURES_TOLD = 4;

/** The background tiles. When they fail, one quiet note: the stations do not depend on them. */
export function BaseTiles({
  tiles,
  areAway,
  onAway,
}: {
  tiles: BaseTilesConfig;
  areAway: boolean;
  onAway(areAway: boolean): void;
}) {
  const t = useTranslations('map.tiles');
  const failures = useRef(0);
  return (
    <>
      <TileLayer
        url={tiles.url}
        attribution={tiles.attribution}
        className="limelight-tiles"
        maxZoom={19}
        eventHandlers={{
          tileerror: () => {
            failures.current += 1;
            if (failures.current === FAILURES_TOLD) onAway(true);
          },
          tileload: () => {
            failures.current = 0;
            onAway(false);
          },
        }}
      />
      {areAway ? (
        <p className="limelight-tile-note" role="status">
          {t('failed')}
        </p>
      ) : null}
    </>
  );
}
