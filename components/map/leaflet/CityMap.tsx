'use client';

import 'leaflet/dist/leaflet.css';
import './leaflet.css';
import { useState } from 'react';
import { AttributionControl, MapContainer } from 'react-leaflet';
import type { CityView } from '@/lib/pipeline/cityView';
import type { StationNews } from '../live/useNews';
import { BaseTiles } from './BaseTiles';
import type { BaseTilesConfig } from './baseTilesConfig';
import { type Corner, cityBounds } from './cityBounds';
import { DistrictLayer } from './DistrictLayer';
import { FollowSelection } from './FollowSelection';
import { MapControls } from './MapControls';
import { MapSize } from './MapSize';
import { StationLayer } from './StationLayer';

export interface CityMapProps {
  view: CityView;
  /** Stations that pass the filters; null: all. */
  shown: ReadonlySet<number> | null;
  selected: number | null;
  hovered: number | null;
  news: readonly StationNews[];
  onSelect(index: number | null): void;
  onHover(index: number | null): void;
  tiles: BaseTilesConfig | null;
  /** CSS pixels at the foot of the map that something covers, such as a phone's sheet. */
  coveredFootPx(): number;
}

const STATION_ZOOM = 16;
/** Without tiles nothing blurs between whole zooms. */
const FREE_ZOOM_STEP = 0.25;

/** The Leaflet island: background, districts, stations. Never rendered on the server. */
export default function CityMap(props: CityMapProps) {
  const { view, selected, tiles } = props;
  const [start] = useState(() => startOf(view, selected, props.coveredFootPx()));
  const [areTilesAway, setTilesAway] = useState(false);
  return (
    <MapContainer
      {...start}
      className="limelight-map"
      zoomControl={false}
      minZoom={9}
      maxZoom={19}
      zoomSnap={tiles ? 1 : FREE_ZOOM_STEP}
      zoomDelta={1}
      wheelPxPerZoomLevel={90}
      worldCopyJump={false}
      attributionControl={false}
    >
      {tiles ? <AttributionControl position="bottomright" prefix={false} /> : null}
      {tiles ? <BaseTiles tiles={tiles} areAway={areTilesAway} onAway={setTilesAway} /> : null}
      <DistrictLayer
        isFilled={tiles === null || areTilesAway}
        stationsVersion={view.frame.marker.stationsVersion}
      />
      <StationLayer {...props} />
      <FollowSelection
        view={view}
        selected={selected}
        coveredFootPx={props.coveredFootPx}
        zoom={STATION_ZOOM}
      />
      <MapControls view={view} coveredFootPx={props.coveredFootPx} />
      <MapSize />
    </MapContainer>
  );
}

function startOf(view: CityView, selected: number | null, coveredFootPx: number) {
  const { lat, lon } = view.base.stations;
  const station = selected === null ? null : ([lat[selected]!, lon[selected]!] as Corner);
  return {
    bounds: station ? ([station, station] as [Corner, Corner]) : cityBounds(view.base.stations),
    boundsOptions: {
      maxZoom: STATION_ZOOM,
      paddingTopLeft: [16, 56] as [number, number],
      paddingBottomRight: [16, 16 + coveredFootPx] as [number, number],
    },
  };
}
