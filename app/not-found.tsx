import { MapLink } from '@/components/shell/MapLink';
import { Notice } from '@/components/shell/Notice';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { getTranslator } from '@/lib/i18n/translator';
import { readSystem } from '@/lib/stations/systemStore';

export default async function NotFound() {
  const t = await getTranslator('errors');
  const system = await readSystem(webDatabase().pool, env().SYSTEM_ID);
  return (
    <>
      <SimulatedBanner simulation={system?.simulation ?? null} />
      <Notice title={t('notFound.title')} action={<MapLink label={t('toMap')} />}>
        {t('notFound.explain')}
      </Notice>
    </>
  );
}
