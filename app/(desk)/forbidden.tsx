import { MapLink } from '@/components/shell/MapLink';
import { Notice } from '@/components/shell/Notice';
import { getTranslator } from '@/lib/i18n/translator';

/** A page that the person's role does not open: 403, see lib/auth/guard. */
export default async function Forbidden() {
  const t = await getTranslator('errors');
  return (
    <Notice title={t('forbidden.title')} action={<MapLink label={t('toMap')} />}>
      {t('forbidden.explain')}
    </Notice>
  );
}
