import type { ReactNode } from 'react';
import { PublicFrame } from '@/components/sign-in/PublicFrame';
import type { LinkVerdict } from '@/lib/auth/secretLink';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import type { Locale } from '@/lib/i18n/locale';
import { getTranslator } from '@/lib/i18n/translator';
import type { Simulation } from '@/lib/stations/station';
import { DeadLink } from './DeadLink';

interface Opened {
  title: string;
  lead: string;
  form: ReactNode;
}

/** What stands behind a secret link: what it opens, or why it opens nothing and the way on. */
export async function LinkPage<Link>({
  verdict,
  simulation,
  chooseLocale,
  opens,
}: {
  verdict: LinkVerdict<Link>;
  simulation: Simulation;
  chooseLocale: (locale: Locale) => Promise<void>;
  opens(link: Link): Opened;
}) {
  const t = await getTranslator('invite');
  const { form, ...words } =
    verdict.kind === 'good'
      ? opens(verdict.link)
      : {
          title: t(`${verdict.kind}Title`),
          lead: verdict.kind === 'dead' ? t('dead') : t('tooMany', { minutes: verdict.waitMin }),
          form: <DeadLink />,
        };
  return (
    <ClientMessages namespaces={['ui', 'shell', 'signIn', 'invite']}>
      <PublicFrame simulation={simulation} chooseLocale={chooseLocale} {...words}>
        {form}
      </PublicFrame>
    </ClientMessages>
  );
}
