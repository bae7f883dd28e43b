import type { Metadata } from 'next';
import { chooseLocale } from '@/app/chooseLocale';
import { siteIcon } from '@/app/siteIcon';
import { DeadLink } from '@/components/invite/DeadLink';
import { ResetForm } from '@/components/invite/ResetForm';
import { PublicFrame } from '@/components/sign-in/PublicFrame';
import { openLink } from '@/lib/auth/openLink';
import { findReset } from '@/lib/auth/resetStore';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { citySimulation } from '@/lib/live/citySimulation';
import { reset } from './reset';

interface ResetPageProps {
  params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, simulation] = await Promise.all([getTranslator('invite'), citySimulation()]);
  // The address is a secret: nothing that is linked from here may learn it.
  return { title: t('resetTitle'), icons: siteIcon(simulation), referrer: 'no-referrer' };
}

/** For whoever has the link: no session is asked for. */
export default async function ResetPage({ params }: ResetPageProps) {
  const { token } = await params;
  const [verdict, simulation, t] = await Promise.all([
    openLink((pool) => findReset(pool, token)),
    citySimulation(),
    getTranslator('invite'),
  ]);
  const frame = { simulation, chooseLocale };
  return (
    <ClientMessages namespaces={['ui', 'shell', 'signIn', 'invite']}>
      {verdict.kind === 'good' ? (
        <PublicFrame
          {...frame}
          title={t('resetTitle')}
          lead={t('resetLead', { name: verdict.link.name })}
        >
          <ResetForm email={verdict.link.email} secret={token} reset={reset} />
        </PublicFrame>
      ) : (
        <PublicFrame
          {...frame}
          title={t(`${verdict.kind}Title`)}
          lead={verdict.kind === 'dead' ? t('dead') : t('tooMany', { minutes: verdict.waitMin })}
        >
          <DeadLink />
        </PublicFrame>
      )}
    </ClientMessages>
  );
}
