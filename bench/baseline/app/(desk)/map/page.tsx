import type { Metadata } from 'next';
import { requireUser } from '@/lib/auth/guard';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { loadRows } from '../../../loadRows';
import { RowsDesk } from '../../../RowsDesk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('map');
  return { title: t('title') };
}

/** The map page as one would first write it: an `include`, and its rows as props. */
export default async function MapPage() {
  await requireUser('map.read');
  const { rows, rest } = await loadRows();
  return (
    <ClientMessages namespaces={['map', 'station', 'charts', 'why']}>
      <RowsDesk rows={rows} rest={rest} serverNowMs={Date.now()} />
    </ClientMessages>
  );
}
