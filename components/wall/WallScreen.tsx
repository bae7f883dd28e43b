'use client';

import './wall.css';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useRememberedCity } from '@/components/offline/useRememberedCity';
import type { CityView } from '@/lib/pipeline/cityView';
import { FreshnessLine } from '../map/freshness/FreshnessLine';
import { freshnessFacts } from '../map/freshness/freshnessFacts';
import { MapBanners } from '../map/freshness/MapBanners';
import type { ServerTime } from '../map/freshness/serverTime';
import { useServerTime } from '../map/freshness/useServerTime';
import type { BaseTilesConfig } from '../map/leaflet/baseTilesConfig';
import { CityMap } from '../map/leaflet/CityMap';
import { useLiveCity } from '../map/live/useLiveCity';
import { useNews } from '../map/live/useNews';
import { SceneCounts } from './SceneCounts';
import { SceneWorst } from './SceneWorst';
import { useAwakeScreen } from './useAwakeScreen';
import { useTurn } from './useTurn';
import { WallClock } from './WallClock';
import { wallScenes } from './wallScenes';

/** The map brings a newly named district into sight; the whole city is one of them here. */
const WHOLE_CITY = 'whole-city';
const nothing = () => {};
const noFoot = () => 0;

interface WallScreenProps {
  view: CityView;
  time: ServerTime;
  tiles: BaseTilesConfig | null;
  /** How long each district is shown, seconds. */
  everyS: number;
}

/** For a screen on a wall: the city and its districts in turn, large, with nothing to press. */
export function WallScreen({ view: initial, time, tiles, everyS }: WallScreenProps) {
  const t = useTranslations('wall');
  const city = useLiveCity(initial, time.mend);
  useRememberedCity(city);
  useAwakeScreen();
  const { view } = city;
  const scenes = useMemo(() => wallScenes(view), [view]);
  const turn = useTurn(scenes.length, everyS);
  const scene = scenes[turn]!;
  const isStale = useServerTime((nowS) => freshnessFacts(view.frame.freshness, nowS).isStale);

  return (
    <div className="limelight-wall relative flex h-dvh flex-col overflow-hidden">
      <MapBanners city={city} onReconnect={city.reconnectNow} />
      <main className="flex min-h-0 flex-1 max-md:flex-col">
        <section
          aria-label={t('map')}
          className="limelight-map-frame relative min-h-0 min-w-0 flex-1"
          data-stale={isStale}
        >
          <CityMap
            view={view}
            shown={scene.stations}
            districtId={scene.districtId ?? WHOLE_CITY}
            selected={null}
            hovered={null}
            news={useNews(view).indexes}
            onSelect={nothing}
            onHover={nothing}
            tiles={tiles}
            coveredFootPx={noFoot}
            hasControls={false}
          />
        </section>
        <section className="wall-panel flex min-h-0 flex-col border-line border-l bg-paper">
          <header className="flex items-baseline justify-between">
            <h1 className="wall-title min-w-0 truncate font-semibold tracking-tight">
              {scene.name}
            </h1>
            <WallClock timezone={view.base.timezone} />
          </header>
          <SceneCounts scene={scene} />
          <SceneWorst view={view} scene={scene} />
          <footer className="mt-auto flex flex-col gap-3">
            <ol aria-label={t('turns')} className="flex gap-1">
              {scenes.map(({ districtId, name }, i) => (
                <li
                  key={districtId ?? WHOLE_CITY}
                  aria-current={i === turn || undefined}
                  title={name}
                  className="h-1 flex-1 rounded-full bg-line-strong aria-[current]:bg-accent"
                />
              ))}
            </ol>
            <FreshnessLine city={city} />
          </footer>
        </section>
      </main>
    </div>
  );
}
