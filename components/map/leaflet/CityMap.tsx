'use client';

import 'leaflet/dist/leaflet.css';
import './leaflet.css';
import { memo, useState } from 'react';
import { AttributionControl, MapContainer } from 'react-leaflet';
import type { CityView } from '@/lib/pipeline/cityView';
import { BaseTiles } from './BaseTiles';
import { CityLayers } from './CityLayers';
import { type Corner, cityBounds } from './cityBounds';
import type { CityMapProps } from './cityMapProps';
import { FollowDistrict } from './FollowDistrict';
import { FollowSelection } from './FollowSelection';
import { MapControls } from './MapControls';
import { MapSize } from './MapSize';
import { ReportBounds } from './ReportBounds';

const STATION_ZOOM = 16;
/** Without tiles nothing blurs between whole zooms. */
const FREE_ZOOM_STEP = 0.25;

/** The Leaflet island: background, districts, stations. Never rendered on the server. */
export const CityMap = memo(function CityMap(props: CityMapProps) {
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
      <CityLayers {...props} isGround={tiles === null || areTilesAway} />
      <FollowSelection
        view={view}
        selected={selected}
        coveredFootPx={props.coveredFootPx}
        zoom={STATION_ZOOM}
      />
      <FollowDistrict
        view={view}
        districtId={props.districtId}
        shown={props.shown}
        coveredFootPx={props.coveredFootPx}
      />
      <ReportBounds onBounds={props.onBounds} coveredFootPx={props.coveredFootPx} />
      {props.hasControls === false ? null : (
        <MapControls view={view} coveredFootPx={props.coveredFootPx} />
      )}
      <MapSize />
    </MapContainer>
  );
});

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
