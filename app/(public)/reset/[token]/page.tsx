import type { Metadata } from 'next';
import { chooseLocale } from '@/app/chooseLocale';
import { siteIcon } from '@/app/siteIcon';
import { LinkPage } from '@/components/invite/LinkPage';
import { ResetForm } from '@/components/invite/ResetForm';
import { openLink } from '@/lib/auth/openLink';
import { findReset } from '@/lib/auth/resetStore';
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
  return (
    <LinkPage
      {...{ verdict, simulation, chooseLocale }}
      opens={({ email, name }) => ({
        title: t('resetTitle'),
        lead: t('resetLead', { name }),
        form: <ResetForm email={email} secret={token} reset={reset} />,
      })}
    />
  );
}
