import { MapLink } from '@/components/shell/MapLink';
import { Notice } from '@/components/shell/Notice';
import { getTranslator } from '@/lib/i18n/translator';

export default async function NotFound() {
  const t = await getTranslator('errors');
  return (
    <Notice title={t('notFound.title')} action={<MapLink label={t('toMap')} />}>
      {t('notFound.explain')}
    </Notice>
  );
}
