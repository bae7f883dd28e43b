'use client';

import { useState } from 'react';
import { TileLayer } from 'react-leaflet';
import { useTranslations } from 'use-intl';
import type { BaseTilesConfig } from './baseTilesConfig';

/** Single tiles fail often and alone; this many in a row are a background that is away. */
const FAILURES_TOLD = 4;

/** The background tiles. When they fail, one quiet note: the stations do not depend on them. */
export function BaseTiles({ tiles }: { tiles: BaseTilesConfig }) {
  const t = useTranslations('map.tiles');
  const [failures, setFailures] = useState(0);
  return (
    <>
      <TileLayer
        url={tiles.url}
        attribution={tiles.attribution}
        className="limelight-tiles"
        maxZoom={19}
        eventHandlers={{
          tileerror: () => setFailures((count) => Math.min(FAILURES_TOLD, count + 1)),
          tileload: () => setFailures(0),
        }}
      />
      {failures >= FAILURES_TOLD ? (
        <p className="limelight-tile-note" role="status">
          {t('failed')}
        </p>
      ) : null}
    </>
  );
}
