'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import type { StationProfile } from '@/lib/stations/stationProfile';
import type { TimeSpan } from '../charts/series';
import { MapBanners } from '../map/freshness/MapBanners';
import { ServerTimeProvider } from '../map/freshness/useServerTime';
import { type CarriedCity, useStartedCity } from '../map/live/useStartedCity';
import { StationEvents } from '../map/station/StationEvents';
import { StationLinks } from '../map/station/StationLinks';
import { CityFollower, type FollowedCity } from './CityFollower';
import { PastSection } from './PastSection';
import { StationAround } from './StationAround';
import { StationNow } from './StationNow';
import type { BroughtPast } from './shownPast';
import { useChangeCount } from './useChangeCount';

const follower = typeof window === 'undefined' ? null : Promise.resolve(CityFollower);

interface StationDeskProps extends CarriedCity {
  profile: StationProfile;
  timeZone: string;
  /** The oldest and the newest that are known of the city. */
  limits: TimeSpan;
  /** The span that the page brought along. */
  first: BroughtPast;
  /** Name, place, and whether it was taken out. */
  title: ReactNode;
  /** What is known of its weeks. */
  children: ReactNode;
}

/** The station page: its past from the server, its present followed live beside it. */
export function StationDesk({ title, children, profile, timeZone, ...props }: StationDeskProps) {
  const { limits, first, ...carried } = props;
  const started = useStartedCity(carried, follower);
  const [city, setCity] = useState<FollowedCity | null>(null);
  const { stationId, name, lat, lon } = profile;
  const view = city?.view ?? null;
  const found = view?.base.stations.stationId.indexOf(stationId) ?? -1;
  const index = found < 0 ? null : found;
  const changes = useChangeCount(view && stateKey(view, index));
  const live = (content: ReactNode) =>
    started ? <ServerTimeProvider time={started.time}>{content}</ServerTimeProvider> : null;

  return (
    <NuqsAdapter>
      {started ? <started.Screen view={started.view} time={started.time} onCity={setCity} /> : null}
      {city ? live(<MapBanners city={city} onReconnect={city.reconnectNow} />) : null}
      <main className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-7xl gap-x-8 gap-y-6 px-4 py-6 sm:px-8 lg:grid-cols-[minmax(0,1fr)_340px] lg:grid-rows-[auto_auto_1fr]">
          <div className="lg:col-span-2">{title}</div>
          <div className="lg:col-start-2">
            {city ? (
              live(<StationNow view={view} index={index} />)
            ) : (
              <StationNow view={null} index={null} />
            )}
          </div>
          <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-2">
            <PastSection
              key={stationId}
              profile={profile}
              timeZone={timeZone}
              limits={limits}
              first={first}
              changeKey={changes}
            />
            {children}
          </div>
          <div className="flex flex-col gap-5 lg:col-start-2">
            {view !== null && index !== null
              ? live(<StationAround view={view} index={index} />)
              : null}
            <StationEvents key={stationId} events={profile.events} timezone={timeZone} />
            <StationLinks stationId={stationId} name={name} lat={lat} lon={lon} />
          </div>
        </div>
      </main>
    </NuqsAdapter>
  );
}

/** Differs when what the station says, or what is asked of it, does. */
function stateKey({ frame }: NonNullable<FollowedCity['view']>, index: number | null): string {
  if (index === null) return '';
  const { status, marker } = frame;
  return [
    status.numBikesAvailable[index],
    status.numEbikesAvailable[index],
    status.numDocksAvailable[index],
    status.flags[index],
    marker.settingsVersion,
  ].join();
}
