import type { Metadata } from 'next';
import { CityDesk } from '@/components/map/layout/CityDesk';
import { WaitingForCity } from '@/components/map/layout/WaitingForCity';
import { chooseBaseTiles } from '@/components/map/leaflet/baseTilesConfig';
import { requireUser } from '@/lib/auth/guard';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { currentCity } from '@/lib/live/currentCity';
import { firstLook } from '@/lib/pipeline/firstLook';

/** As many rows as a laptop shows. */
const FIRST_ROWS = 12;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('map');
  return { title: t('title') };
}

/** The live map of deficits. The join runs on each request. */
export default async function MapPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requireUser('map.read');
  const [city, query] = await Promise.all([currentCity(), searchParams]);
  const { TILE_URL, TILE_ATTRIBUTION } = env();
  return (
    <ClientMessages namespaces={['map', 'layers', 'station', 'charts', 'why', 'time']}>
      {city === null ? (
        <WaitingForCity />
      ) : (
        <CityDesk
          packedCity={await city.packedJson()}
          look={firstLook(city.view, FIRST_ROWS)}
          isPlain={Object.keys(query).length === 0}
          freshness={city.view.frame.freshness}
          serverNowMs={Date.now()}
          tiles={chooseBaseTiles(TILE_URL, TILE_ATTRIBUTION)}
        />
      )}
    </ClientMessages>
  );
}
