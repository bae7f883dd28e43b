import type { Metadata } from 'next';
import { z } from 'zod';
import { WaitingForCity } from '@/components/map/layout/WaitingForCity';
import { chooseBaseTiles } from '@/components/map/leaflet/baseTilesConfig';
import { ServiceWorker } from '@/components/offline/ServiceWorker';
import { WallDesk } from '@/components/wall/WallDesk';
import { requireUser } from '@/lib/auth/guard';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { currentCity } from '@/lib/live/currentCity';

/** `?every=20`: seconds a district, 5 to 600. Anything else is as if nothing were said. */
const querySchema = z.object({ every: z.coerce.number().min(5).max(600).catch(20) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('wall'))('title') };
}

/** The city on a wall: districts in turn, without controls. */
export default async function WallPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requireUser('map.read');
  const [city, query] = await Promise.all([currentCity(), searchParams]);
  const { TILE_URL, TILE_ATTRIBUTION } = env();
  return (
    <ClientMessages namespaces={['map', 'layers', 'why', 'wall']}>
      <ServiceWorker />
      {city === null ? (
        <WaitingForCity />
      ) : (
        <WallDesk
          packedCity={await city.packedJson()}
          freshness={city.view.frame.freshness}
          serverNowMs={Date.now()}
          tiles={chooseBaseTiles(TILE_URL, TILE_ATTRIBUTION)}
          everyS={querySchema.parse(query).every}
        />
      )}
    </ClientMessages>
  );
}
